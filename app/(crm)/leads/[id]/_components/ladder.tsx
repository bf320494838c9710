import { IconCircle, IconCircleCheckFilled, IconCircleDotted } from '@tabler/icons-react'
import { ACT_WORDS } from '#server/domain/leads/offers/offers.words.ts'
import { Countdown } from '../../../../_ui/countdown.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { LeadOffers } from '../../_queries.ts'
import { ACT_TO_COME } from '../_course.words.ts'
import classes from './lead-course.module.css'

type Rungs = NonNullable<LeadOffers['ladder']>['rungs']

function Due({ rung, isLive, isNext }: { rung: Rungs[number]; isLive: boolean; isNext: boolean }) {
  if (rung.takenAt) return <When at={rung.takenAt} format="exact" />
  if (!isLive) return 'not needed'
  if (!rung.dueAt) return 'after that'
  return (
    <>
      at <When at={rung.dueAt} format="clock" />
      {isNext && (
        <>
          , in <Countdown until={rung.dueAt} />
        </>
      )}
    </>
  )
}

/** The steps that were taken, and those to come with their times. */
export function Ladder({ rungs, isLive }: { rungs: Rungs; isLive: boolean }) {
  const next = isLive ? rungs.find(({ takenAt }) => takenAt === null)?.rung : undefined
  return (
    <ol className={classes.ladder}>
      {rungs.map((rung) => {
        const Icon = rung.takenAt ? IconCircleCheckFilled : isLive ? IconCircle : IconCircleDotted
        return (
          <li key={rung.rung} className={classes.rung} data-taken={rung.takenAt !== null || undefined}>
            <Icon size={18} aria-hidden />
            <span>{rung.takenAt ? ACT_WORDS[rung.act] : ACT_TO_COME[rung.act]}</span>
            <span className={classes.soft}>
              <Due rung={rung} isLive={isLive} isNext={rung.rung === next} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
