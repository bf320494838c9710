'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { Deliverability } from '../_queries.ts'
import classes from './brake.module.css'

const ReleaseDialog = dynamic(() => import('./release-dialog.tsx').then((module) => module.ReleaseDialog))

const alerts = (count: number) => (count === 1 ? '1 alert' : `${formatCount(count)} alerts`)

const waitingInWords = (count: number) => (count === 1 ? '1 alert waits' : `${formatCount(count)} alerts wait`)

const windowInWords = ({ sent, bounced, complained }: Deliverability['window']) =>
  sent === 0
    ? 'None has left in this window.'
    : `In this window ${alerts(sent)} left: ${formatCount(bounced)} came back, ${formatCount(complained)} reported as spam.`

/** Whether alerts leave; and if not, since when, why, how many wait, and the way on. */
export function Brake({ data: { brake, lastRelease, window } }: { data: Deliverability }) {
  const [asking, setAsking] = useState(false)
  if (!brake) {
    return (
      <Section title="Automatic brake">
        <p className={classes.words}>
          Alerts stop by themselves when, of at least 200 in 24 hours, 5 % come back or 0.2 % are reported as spam.{' '}
          {windowInWords(window)}
        </p>
        {lastRelease && (
          <p className={classes.soft}>
            Last stopped <When at={lastRelease.pulledAt} />; {lastRelease.by} let them go on{' '}
            <When at={lastRelease.releasedAt} />. {lastRelease.reason}
          </p>
        )}
      </Section>
    )
  }
  return (
    <Section title="Automatic brake">
      <p className={classes.words}>{brake.reason}</p>
      <p className={classes.words}>
        Stopped <When at={brake.pulledAt} />. {brake.waiting === 0 ? 'None waits yet' : waitingInWords(brake.waiting)}.
        Nothing is lost. Invitations and password mails go on.
      </p>
      <Action primary onClick={() => setAsking(true)}>
        Let alerts go on
      </Action>
      {asking && <ReleaseDialog waiting={brake.waiting} onClose={() => setAsking(false)} />}
    </Section>
  )
}
