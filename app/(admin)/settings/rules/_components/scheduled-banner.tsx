'use client'

import { IconClock } from '@tabler/icons-react'
import { Action } from '../../../../_ui/action.tsx'
import type { RuleSets } from '../_queries.ts'
import classes from './draft-banner.module.css'
import { useRuleSets } from './use-rule-sets.ts'

type Props = { scheduled: NonNullable<RuleSets['scheduled']>; current: number | null }

/** What was published and waits for its time; until then it can be taken back. */
export function ScheduledBanner({ scheduled, current }: Props) {
  const { takeBack, isBusy } = useRuleSets()
  const { version, takesEffect, publishedBy } = scheduled
  return (
    <section className={classes.banner} aria-label="What takes effect later">
      <div className={classes.words}>
        <h2 className={classes.title}>
          <IconClock size={18} aria-hidden className={classes.mark} /> Version {version} takes effect {takesEffect}
        </h2>
        <p className={classes.soft}>
          On the clock of the firm, published by {publishedBy?.fullName ?? 'nobody'}. Until then version {current}{' '}
          decides.
        </p>
      </div>
      <div className={classes.actions}>
        <Action disabled={isBusy} onClick={takeBack}>
          Take it back
        </Action>
      </div>
    </section>
  )
}
