'use client'

import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { LinkTabs } from '../../../../_ui/link-tabs.tsx'
import { type QuarantineFilters as Filters, hrefOf } from '../_filters.ts'
import type { StreamState } from '../_queries.ts'
import classes from './quarantine.module.css'

type Props = { streams: readonly StreamState[]; filters: Filters }

/** The same reason may stand in several streams. */
function reasonsOf(streams: readonly StreamState[]) {
  const byReason = Map.groupBy(
    streams.flatMap(({ reasons }) => reasons),
    ({ reason }) => reason,
  )
  return [...byReason]
    .map(([reason, all]) => ({
      ...{ reason, label: all[0]?.label ?? reason, words: all[0]?.words ?? reason },
      count: all.reduce((sum, { count }) => sum + count, 0),
    }))
    .sort((a, b) => b.count - a.count)
}

/** Two rows of choices with their counts: which stream, and why. */
export function QuarantineFilters({ streams, filters: { stream, reason } }: Props) {
  const some = streams.filter((each) => each.quarantined > 0 || each.stream === stream)
  const shown = streams.filter((each) => !stream || each.stream === stream)
  const total = (all: readonly StreamState[]) => all.reduce((sum, { quarantined }) => sum + quarantined, 0)
  return (
    <div className={classes.filters}>
      <LinkTabs
        stay
        label="Quarantine by stream"
        tabs={[
          { key: 'all', href: hrefOf({ reason }), label: 'Everything', count: total(streams), here: !stream },
          ...some.map((each) => ({
            ...{ key: each.stream, label: STREAM_WORDS[each.stream].many, count: each.quarantined },
            ...{ href: hrefOf({ stream: each.stream }), here: each.stream === stream },
          })),
        ]}
      />
      <LinkTabs
        stay
        label="Quarantine by reason"
        tabs={[
          { key: 'any', href: hrefOf({ stream }), label: 'Any reason', count: total(shown), here: !reason },
          ...reasonsOf(shown).map((each) => ({
            ...{ key: each.reason, label: each.label, count: each.count, title: each.words },
            ...{ href: hrefOf({ stream, reason: each.reason }), here: each.reason === reason },
          })),
        ]}
      />
    </div>
  )
}
