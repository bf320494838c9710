'use client'

import Link from 'next/link'
import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { When } from '../../../../_ui/when.tsx'
import { hrefOf, type QuarantineFilters } from '../_filters.ts'
import type { QuarantineRow as Row } from '../_queries.ts'
import classes from './quarantine.module.css'

/** "o:65f0…" -> "65f0…": the letter tells types apart, which nobody reads aloud. */
const idOf = (sourceId: string) => sourceId.slice(2)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** One document: which, why, with the value that is wrong, and since when. */
export function QuarantineRow({ row, filters }: { row: Row; filters: QuarantineFilters }) {
  const { stream, sourceId, label, words, path, sample, attempts, waitsForStream, waitsForId } = row
  const href = hrefOf({ ...filters, opened: { stream, sourceId } })
  return (
    <tr>
      <th scope="row">
        <Link
          href={href}
          id={`${stream}/${sourceId}`}
          data-list-item
          prefetch={false}
          scroll={false}
          onNavigate={(event) => {
            event.preventDefault()
            window.history.pushState(null, '', href)
          }}
        >
          {capital(STREAM_WORDS[stream].one)} <span className={classes.id}>{idOf(sourceId)}</span>
        </Link>
      </th>
      <td title={words}>
        {waitsForStream && waitsForId ? (
          <>
            Waits for {STREAM_WORDS[waitsForStream].one} <span className={classes.id}>{idOf(waitsForId)}</span>
          </>
        ) : (
          <>
            {label}
            {path && (
              <>
                {' in '}
                <span className={classes.id}>{path}</span>
              </>
            )}
            {sample && <q className={classes.sample}>{sample}</q>}
          </>
        )}
      </td>
      <td className={classes.when}>
        <When at={row.firstSeenAt} />
      </td>
      <td className={classes.when}>
        <When at={row.lastSeenAt} />
        {attempts > 1 && <span className={classes.attempts}> · {attempts} times</span>}
      </td>
    </tr>
  )
}
