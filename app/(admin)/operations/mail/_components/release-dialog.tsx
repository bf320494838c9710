'use client'

import { Button, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { showDone } from '../../../../_ui/toast.tsx'
import classes from './brake.module.css'

const alerts = (count: number) => (count === 1 ? '1 alert' : `${formatCount(count)} alerts`)

/** Asks once: what waits leaves at once, and mailbox providers remember. */
export function ReleaseDialog({ waiting, onClose }: { waiting: number; onClose: () => void }) {
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
