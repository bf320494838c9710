'use client'

import { Button, Checkbox, Modal, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { FEATURE_WORDS, MASTER_WORDS } from '#server/domain/cutover/cutover.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { showDone } from '../../../../_ui/toast.tsx'
import { stepInWords } from '../_moves.words.ts'
import type { Move, Step } from '../_queries.ts'
import { CheckList } from './check-list.tsx'
import classes from './feature-detail.module.css'

type Props = { move: Move; step: Step; onClose: () => void }

/** Asks why, and says what will be true afterwards; while something is not proven it says what, and does not go. */
export function SwitchDialog({ move, step, onClose }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [why, setWhy] = useState('')
  const [isForced, setForced] = useState(false)
  const { feature, version } = move
  const name = FEATURE_WORDS[feature]
  const against = step.checks.filter(({ state }) => state !== 'ok')
  const mayGo = against.length === 0 || (step.isBack && isForced)
  const change = useMutation(
    trpc.moves.switch.mutationOptions({
      onSuccess: () => {
        showDone(`${name}: ${MASTER_WORDS[step.to].words}`)
        onClose()
      },
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.moves.pathFilter()),
          queryClient.invalidateQueries(trpc.cutover.pathFilter()),
        ]),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (mayGo) change.mutate({ feature, to: step.to, version, why, anyway: isForced })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${name}: ${stepInWords(step).toLowerCase().replace('palmetto', 'Palmetto')}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      size="lg"
      centered
    >
      <form method="post" onSubmit={submit} className={classes.dialog} aria-label="Switch">
        {change.error && wordsOf(change.error) && <p role="alert">{wordsOf(change.error)}</p>}
        <p>{MASTER_WORDS[step.to].words} It counts at once, in every process.</p>
        {against.length > 0 ? (
          <>
            <p>{step.isBack ? 'Something would be left behind:' : 'This is not proven yet:'}</p>
            <CheckList checks={against} />
          </>
        ) : (
          <p>Everything that this step asks for is proven.</p>
        )}
        {step.isBack && against.length > 0 && (
          <Checkbox
            label="Go back all the same: what is not across stays here only"
            checked={isForced}
            onChange={({ currentTarget }) => setForced(currentTarget.checked)}
          />
        )}
        {(against.length === 0 || step.isBack) && (
          <Textarea
            label="Why"
            description="It stays on record, with your name and the evidence as it stands."
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
            error={wordsAbout('why', change.error)}
            autosize
            minRows={2}
            maxLength={500}
            required
            data-autofocus
          />
        )}
        <div className={classes.foot}>
          {(against.length === 0 || step.isBack) && (
            <Button type="submit" loading={change.isPending} disabled={!mayGo}>
              {stepInWords(step)}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
        </div>
      </form>
    </Modal>
  )
}
