'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'

const Toasts = dynamic(() => import('./toasts.tsx').then((module) => module.Toasts), { ssr: false })

let wanted = false
const listeners = new Set<() => void>()

/** Called before the first toast: until then no page carries them. */
export function wantToasts() {
  wanted = true
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Where toasts appear, from the first one on. */
export const ToastPlace = () =>
  useSyncExternalStore(
    subscribe,
    () => wanted,
    () => false,
  ) && <Toasts />
