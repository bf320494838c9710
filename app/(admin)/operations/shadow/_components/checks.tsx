import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import type { Difference } from '../_queries.ts'
import classes from './difference-details.module.css'
import { criterionInWords } from './difference-line.tsx'

/** The home held against the alert, criterion by criterion. Nothing where either of them is gone. */
export function Checks({ checks }: { checks: Difference['checks'] }) {
  if (checks.length === 0) return null
  return (
    <section aria-labelledby="checks">
      <h4 id="checks" className={classes.title}>
        The home against the alert, as both stand now
      </h4>
      <dl className={classes.checks}>
        {checks.map(({ criterion, asked, has, holds }) => (
          <div key={criterion}>
            <dt>{criterionInWords(criterion)}</dt>
            <dd>
              asked: {asked}; the home: {has}
            </dd>
            <dd>
              <StatusBadge tone={holds ? 'good' : 'warning'} variant="plain">
                {holds ? 'fits' : 'differs'}
              </StatusBadge>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
