'use client'

import { Button, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { Deliverability } from '../_queries.ts'
import classes from './brake.module.css'

const alerts = (count: number) => (count === 1 ? '1 alert' : `${formatCount(count)} alerts`)

const waitingInWords = (count: number) => (count === 1 ? '1 alert waits' : `${formatCount(count)} alerts wait`)

const windowInWords = ({ sent, bounced, complained }: Deliverability['window']) =>
  sent === 0
    ? 'None has left in this window.'
    : `In this window ${alerts(sent)} left: ${formatCount(bounced)} came back, ${formatCount(complained)} reported as spam.`

/** Asks once: what waits leaves at once, and mailbox providers remember. */
function ReleaseDialog({ waiting, onClose }: { waiting: number; onClose: () => void }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const release = useMutation(
    trpc.mail.releaseBrake.mutationOptions({
      onSuccess: () => {
        showDone('Alerts go on with the next delivery, within a minute.')
        onClose()
      },
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.mail.pathFilter()),
          queryClient.invalidateQueries(trpc.jobs.pathFilter()),
        ]),
    }),
  )
  return (
    <Modal opened onClose={onClose} title="Let alerts go on?" closeButtonProps={{ 'aria-label': 'Close' }} centered>
      <div className={classes.ask}>
        {release.error && <p role="alert">{wordsOf(release.error)}</p>}
        <p>
          {waiting === 0 ? 'No alert waits.' : `${alerts(waiting)} leave with the next delivery.`} Find out first why
          the others came back: should too many do so again, alerts stop again.
        </p>
        <div className={classes.foot}>
          <Button loading={release.isPending} onClick={() => release.mutate()}>
            Let alerts go on
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            Not yet
          </Button>
        </div>
      </div>
    </Modal>
  )
}

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
      <Button onClick={() => setAsking(true)}>Let alerts go on</Button>
      {asking && <ReleaseDialog waiting={brake.waiting} onClose={() => setAsking(false)} />}
    </Section>
  )
}
