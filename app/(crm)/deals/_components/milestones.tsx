'use client'

import { MILESTONE_WORDS, todayAt } from '#server/domain/deals/deals.words.ts'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { useNow } from '../../../_ui/use-now.ts'
import { dayInWords } from '../_deals.words.ts'
import type { Deal } from '../_queries.ts'
import classes from './deal-detail.module.css'
import { useMilestones } from './use-milestones.ts'

/** The days of a deal, each with a tick; a tick is taken back by another. */
export function Milestones({ deal, canEdit }: { deal: Deal; canEdit: boolean }) {
  const now = useNow()
  const { setDone, isDone } = useMilestones(deal)
  const steps = deal.milestones.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="milestones">
      <h3 id="milestones" className={classes.heading}>
        Milestones
      </h3>
      <ul className={classes.steps}>
        {steps
          .map((step) => ({ ...step, done: isDone(step) }))
          .map(({ kind, dueOn, done }) => (
            <li key={kind}>
              <label className={classes.step} data-done={done || undefined}>
                <input
                  type="checkbox"
                  checked={done}
                  disabled={!canEdit}
                  onChange={({ currentTarget }) => setDone(kind, currentTarget.checked)}
                />
                <span>{MILESTONE_WORDS[kind]}</span>
                {!done && dueOn < todayAt(now) ? (
                  <StatusBadge tone="warning" variant="plain">{`Was due ${dayInWords(dueOn, now)}`}</StatusBadge>
                ) : (
                  <span>{done ? 'Done' : `By ${dayInWords(dueOn, now)}`}</span>
                )}
              </label>
            </li>
          ))}
      </ul>
    </section>
  )
}
