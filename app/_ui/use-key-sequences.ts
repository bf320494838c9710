'use client'

import { useEffect, useRef } from 'react'

/** "g l", "j", "?" -> what to do. Nothing fires while somebody types or a dialog is open, but "mod+k" always does. */
export type KeySequences = Record<string, () => void>

const PAUSE_MS = 900

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  // A box that is ticked is not typed into: j, k and x go on working from it.
  (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))

/** Listens for single keys, two-key sequences and keys with Ctrl or Command on the whole page. */
export function useKeySequences(sequences: KeySequences) {
  const latest = useRef(sequences)
  useEffect(() => {
    latest.current = sequences
  })

  useEffect(() => {
    let pending = ''
    let pressedAt = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.defaultPrevented) return
      if (event.metaKey || event.ctrlKey) {
        const act = event.shiftKey ? undefined : latest.current[`mod+${event.key.toLowerCase()}`]
        if (!act) return
        event.preventDefault()
        return act()
      }
      if (isTyping(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]')) return
      const prefix = event.timeStamp - pressedAt < PAUSE_MS ? pending : ''
      const act = latest.current[`${prefix} ${event.key}`.trim()] ?? latest.current[event.key]
      pending = act ? '' : event.key
      pressedAt = event.timeStamp
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
