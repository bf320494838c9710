'use client'

import { useEffect, useRef } from 'react'

/** "g l", "j", "?" -> what to do. Nothing fires while somebody types or a dialog is open. */
export type KeySequences = Record<string, () => void>

const PAUSE_MS = 900

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  // A box that is ticked is not typed into: j, k and x go on working from it.
  (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))

/** Listens for single keys and two-key sequences on the whole page. */
export function useKeySequences(sequences: KeySequences) {
  const latest = useRef(sequences)
  useEffect(() => {
    latest.current = sequences
  })

  useEffect(() => {
    let pending = ''
    let pressedAt = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return
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
