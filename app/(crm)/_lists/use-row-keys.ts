'use client'

import { useKeySequences } from '../../_ui/use-key-sequences.ts'
import type { Picking } from './use-selection.ts'

const focusedRow = () => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row

type Keys = { picking: Picking; onEdit: (id: string) => void }

/** On the row that has the focus: `x` picks it, shift with it all since the last one, `e` edits; Escape lets go. */
export function useRowKeys({ picking: { selection, toggle, clear }, onEdit }: Keys) {
  const onRow = (act: (id: string) => void) => () => {
    const id = focusedRow()
    if (id) act(id)
  }
  useKeySequences({
    x: onRow((id) => toggle(id, false)),
    X: onRow((id) => toggle(id, true)),
    e: onRow(onEdit),
    // Only while something is picked: Escape also closes menus, and those come first.
    ...(selection.ids.size > 0 || selection.everything ? { Escape: clear } : {}),
  })
}
