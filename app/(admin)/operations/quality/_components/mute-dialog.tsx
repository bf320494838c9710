'use client'

import { Button, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import classes from './dialogs.module.css'

const PERIODS = [
  { value: '7', label: 'for a week' },
  { value: '30', label: 'for a month' },
  { value: '90', label: 'for three months' },
  { value: 'ever', label: 'for ever' },
] as const
type Period = (typeof PERIODS)[number]['value']

const endOf = (period: Period) => (period === 'ever' ? null : new Date(Date.now() + Number(period) * 86_400_000))

type Props = {
  ruleKey: string
  /** Null: the whole rule. */
  ids: string[] | null
  onDone: () => void
  onClose: () => void
}

/** Asks why, and for how long: whoever looks next has to know. */
export function MuteDialog({ ruleKey, ids, onDone, onClose }: Props) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [period, setPeriod] = useState<Period>('30')
  const mute = useMutation(
    trpc.quality.mute.mutationOptions({
      onSuccess: () => {
        showDone(`Muted ${PERIODS.find(({ value }) => value === period)?.label ?? ''}.`)
        onDone()
        onClose()
      },
      onSettled: () => client.invalidateQueries(trpc.quality.pathFilter()),
    }),
  )
  const what = ids ? (ids.length === 1 ? 'this record' : `${formatCount(ids.length)} records`) : 'the whole rule'
  const failure = wordsOf(mute.error)
  return (
    <Modal opened onClose={onClose} title={`Mute ${what}?`} closeButtonProps={{ 'aria-label': 'Close' }} centered>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          mute.mutate({ ruleKey, ids, reason, until: endOf(period) })
        }}
      >
        <p className={classes.words}>It stays open and no longer counts, and nobody is asked to look at it.</p>
        <TextField
          label="Why"
          value={reason}
          onChange={setReason}
          problem={wordsAbout('reason', mute.error) ?? undefined}
          placeholder="They write their name like this"
          maxLength={300}
          autoComplete="off"
          data-autofocus
        />
        <PlainSelect label="For how long" options={PERIODS} value={period} onChange={setPeriod} />
        {failure && (
          <p role="alert" className={classes.problem}>
            {failure}
          </p>
        )}
        <div className={classes.foot}>
          <Button type="submit" loading={mute.isPending} disabled={reason.trim().length < 3}>
            Mute
          </Button>
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
        </div>
      </form>
    </Modal>
  )
}
