/** The time, moving on each so many milliseconds: one timer for the whole page, and none while nobody reads it. */
export function createClock(everyMs: number) {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined
  let now = Date.now()

  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    timer ??= setInterval(() => {
      now = Date.now()
      for (const each of listeners) each()
    }, everyMs)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }
  const current = () => {
    // A page left alone for an hour has no timer running; its first reader must not see an hour ago.
    if (Date.now() - now > everyMs) now = Date.now()
    return now
  }
  return { subscribe, current }
}
