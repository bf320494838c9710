import { formatBytes } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import type { House } from '../../_queries.ts'
import classes from './months.module.css'

const monthName = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** One table's months with the room they take; those to come are open already. */
export function Months({ months: { name, partitions, strays, lastMonth } }: { months: House['months'][number] }) {
  const most = Math.max(1, ...partitions.map(({ bytes }) => bytes))
  return (
    <Section
      title={`Months of ${name}`}
      aside={lastMonth ? `Open to the end of ${monthName.format(lastMonth)}` : undefined}
    >
      {strays > 0 && (
        <p className={classes.strays}>
          <StatusBadge tone="bad">Look at it</StatusBadge> Some rows stand in no month: {strays}
          {strays === 1000 ? ' or more' : ''}. They are safe, and move in when their month is opened.
        </p>
      )}
      <ol className={classes.months}>
        {partitions.map(({ name: table, month, bytes }) => (
          <li key={table} className={classes.month}>
            <span>{monthName.format(month)}</span>
            <span className={classes.size}>{formatBytes(bytes)}</span>
            <span className={classes.bar} style={{ '--share': bytes / most } as React.CSSProperties} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
