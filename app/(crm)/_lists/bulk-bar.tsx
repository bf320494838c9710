'use client'

import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount } from '../../_ui/format.ts'
import unseen from '../../_ui/unseen.module.css'
import classes from './bulk-bar.module.css'
import type { Picking } from './use-selection.ts'

/** As many as one order changes, and as far as lists are counted. */
const MOST = 1_000

type Props = {
  picking: Picking
  /** How many the filters find, up to one more than is counted. */
  count: number
  /** How many of them are loaded. */
  loaded: number
  /** "contacts" */
  noun: string
  busy: boolean
  children: ReactNode
}

/** What one can do with what is picked; stays in reach while the list scrolls. */
export function BulkBar({ picking, count, loaded, noun, busy, children }: Props) {
  const { selection, pickEverything, clear } = picking
  const size = selection.everything ? count : selection.ids.size
  const words = `${formatCount(size, MOST)} ${selection.everything ? `${noun}, all that the filters find` : 'selected'}`
  return (
    <>
      <p className={unseen.unseen} role="status">
        {size > 0 && words}
      </p>
      {size > 0 && (
        <section className={classes.bar} aria-label={`Selected ${noun}`} aria-busy={busy || undefined}>
          <span className={classes.count} data-figures>
            {formatCount(size, MOST)} selected
          </span>
          {!selection.everything && selection.ids.size === loaded && count > loaded && (
            <button type="button" className={classes.all} onClick={pickEverything}>
              {count > MOST ? `Select the first ${formatCount(MOST)}` : `Select all ${formatCount(count)}`}
            </button>
          )}
          <fieldset className={classes.actions} disabled={busy}>
            {children}
          </fieldset>
          <button type="button" className={classes.clear} onClick={clear} aria-label="Clear the selection" title="Esc">
            <IconX size={18} aria-hidden />
          </button>
        </section>
      )}
    </>
  )
}
