'use client'

import { useSyncExternalStore } from 'react'

const EVERY_MS = 15_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, EVERY_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const current = () => {
  // A page left alone for an hour has no timer running; its first reader must not see an hour ago.
  if (Date.now() - now > EVERY_MS) now = Date.now()
  return now
}

/** The time, moving on four times a minute; one timer for the whole page. */
export const useNow = () => useSyncExternalStore(subscribe, current, current)
