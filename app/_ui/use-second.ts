'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const current = () => {
  // Nobody has listened for a while: the first reader must not see an old second.
  if (Date.now() - now > 1_000) now = Date.now()
  return now
}

/** The time, moving on each second, for what runs out; one timer for the whole page. */
export const useSecond = () => useSyncExternalStore(subscribe, current, current)
