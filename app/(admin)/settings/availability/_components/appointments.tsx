import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { Availability } from '../_availability.types.ts'
import classes from './availability.module.css'

/** What the calendar does to new leads: one in it now, and the firm's choice. */
export const Appointments = ({ skipsBusy, busyUntil }: Pick<Availability, 'skipsBusy' | 'busyUntil'>) => (
  <div className={classes.calendar}>
    {skipsBusy && busyUntil && (
      <div className={classes.line}>
        <StatusBadge tone="waiting">In an appointment</StatusBadge>
        <span>
          until <When at={busyUntil} format="exact" />
        </span>
      </div>
    )}
    <p className={classes.says}>
      {skipsBusy
        ? 'While you are in an appointment of your calendar, leads that wait minutes go to others.'
        : 'Appointments of your calendar change nothing: you are asked in them as well.'}
    </p>
  </div>
)
