'use client'

import { IconArrowBackUp } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { When } from '../../../../_ui/when.tsx'
import { type Batch, repairs } from '../_queries.ts'
import classes from './repair-history.module.css'

type Props = { ruleKey: string; busy: boolean; onUndo: (batchId: string) => void }

function Fate({ records, undone }: Batch) {
  if (undone === 0) return <StatusBadge tone="good">Repaired</StatusBadge>
  if (undone === records) return <StatusBadge tone="neutral">Taken back</StatusBadge>
  return <StatusBadge tone="warning">{`${formatCount(undone)} of ${formatCount(records)} taken back`}</StatusBadge>
}

const countOf = (records: number) => (records === 1 ? '1 record' : `${formatCount(records)} records`)

/** The latest repairs of a rule, each with its way back. Nothing while there are none. */
export function RepairHistory({ ruleKey, busy, onUndo }: Props) {
  const { data } = useSuspenseQuery(repairs(useTRPC(), ruleKey))
  if (data.length === 0) return null
  return (
    <Section title="Repairs" aside="can be taken back for 90 days" flush>
      <ul className={classes.batches}>
        {data.map((batch) => (
          <li key={batch.batchId} className={classes.batch}>
            <Fate {...batch} />
            <span className={classes.words}>
              {countOf(batch.records)} by {batch.repairedBy ?? 'somebody who is gone'}, <When at={batch.repairedAt} />
              {batch.kept.length > 0 && (
                <span className={classes.kept}>
                  Not taken back, because somebody has changed them since:{' '}
                  {batch.kept.map(({ name }) => name).join(', ')}
                </span>
              )}
            </span>
            {batch.undone < batch.records && (
              <Action icon={IconArrowBackUp} disabled={busy} onClick={() => onUndo(batch.batchId)}>
                Undo
              </Action>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
