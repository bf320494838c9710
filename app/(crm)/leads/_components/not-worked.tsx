import { Countdown } from '../../../_ui/countdown.tsx'
import { When } from '../../../_ui/when.tsx'
import type { Lead } from '../_queries.ts'
import classes from './lead-card.module.css'

/** Since when somebody has a lead without anybody having turned to the person behind it, and until when that may be. */
export function NotWorked({ idle }: { idle: Lead['idle'] }) {
  if (!idle) return null
  return (
    <span className={classes.idle}>
      Not worked yet, had since <When at={idle.startedAt} />
      {idle.nextAt && (
        <>
          ; next step in <Countdown until={idle.nextAt} />
        </>
      )}
    </span>
  )
}
