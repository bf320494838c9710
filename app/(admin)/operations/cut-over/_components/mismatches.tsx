'use client'

import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { Feature } from '#server/domain/cutover/cutover.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { fieldName, KIND_WORDS } from '../_moves.words.ts'
import { type Mismatch, mismatchPages } from '../_queries.ts'
import classes from './mismatches.module.css'

/** Where the record of a stream is shown here. */
const PLACES: Partial<Record<Mismatch['stream'], (id: string) => string>> = {
  contacts: (id) => `/contacts/${id}`,
  listings: (id) => `/listings/${id}`,
  savedSearches: (id) => `/alerts/${id}`,
}

const shown = (value: string | null) => (value === null || value === '' ? 'nothing' : value)

function Row({ mismatch }: { mismatch: Mismatch }) {
  const { stream, key, kind, targetId, fields, firstSeenAt } = mismatch
  const href = targetId && PLACES[stream]?.(targetId)
  const name = key.startsWith('row:') ? 'A record of ours' : key.slice(2)
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        {href ? <TextLink href={href}>{name}</TextLink> : name}
        <span className={classes.kind}>{KIND_WORDS[kind]}</span>
      </span>
      <span className={classes.since}>
        since <When at={firstSeenAt} />
      </span>
      {fields.length > 0 && (
        <table className={classes.fields}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Old system</th>
              <th scope="col">Palmetto</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, theirs, ours }) => (
              <tr key={field}>
                <th scope="row">{fieldName(field)}</th>
                <td>{shown(theirs)}</td>
                <td>{shown(ours)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  )
}

/** Each record that is not the same on both sides, field by field. */
export function Mismatches({ feature }: { feature: Feature }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    mismatchPages(useTRPC(), feature),
  )
  const rows = data.pages.flatMap(({ items }) => items)
  return (
    <Section title="Differences" flush>
      {rows.length === 0 ? (
        <EmptyState title="No record differs">
          As of the last comparison, each record that came over is what the old system says.
        </EmptyState>
      ) : (
        <ul className={classes.rows}>
          {rows.map((mismatch) => (
            <Row key={`${mismatch.stream}/${mismatch.key}`} mismatch={mismatch} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={classes.more}>
          <Action onClick={() => fetchNextPage()} disabled={isFetchingNextPage}>
            Show more
          </Action>
        </div>
      )}
    </Section>
  )
}
