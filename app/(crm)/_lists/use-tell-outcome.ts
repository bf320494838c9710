'use client'

import { showDone, showUndo } from '../../_ui/toast.tsx'
import { type Outcome, outcomeInWords } from './outcome.words.ts'
import type { Picking } from './use-selection.ts'

/** Longer than for one row: there is more to read. */
const SECONDS = 12

/** Lets the selection go, says what became of it, and offers the way back where something changed. */
export function useTellOutcome({ clear }: Picking) {
  return (outcome: Outcome, done: string, onUndo: () => void) => {
    clear()
    // The bar that had the focus is gone: the keyboard goes on from the list.
    document.querySelector<HTMLElement>('[data-list-item]')?.focus({ preventScroll: true })
    const message = outcomeInWords(outcome, done)
    if (outcome.changed === 0) showDone(message)
    else showUndo({ message, onUndo, seconds: SECONDS })
  }
}
