'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isOpenCause } from '#server/domain/legacy/shadow/shadow.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { showProblem, showUndo } from '../../../../_ui/toast.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { Difference } from '../_queries.ts'
import classes from './difference-details.module.css'

/** A person's word on a difference that nothing on record explains; it can be taken back. */
export function Explain({ difference: { id, cause, explained } }: { difference: Difference }) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const onError = ({ message }: { message: string }) => showProblem(message)
  const onSettled = () => client.invalidateQueries(trpc.shadow.pathFilter())
  const reopen = useMutation(trpc.shadow.reopen.mutationOptions({ onError, onSettled }))
  const explain = useMutation(
    trpc.shadow.explain.mutationOptions({
      ...{ onError, onSettled },
      onSuccess: () => {
        setReason('')
        showUndo({
          message: 'Explained; it does not stop a switch any more.',
          onUndo: () => reopen.mutate({ differenceId: id }),
        })
      },
    }),
  )
  if (explained) {
    return (
      <div className={classes.word}>
        <p>
          <q>{explained.reason}</q> {explained.by ?? 'Somebody who is gone'}, <When at={explained.at} />
        </p>
        <Action disabled={reopen.isPending} onClick={() => reopen.mutate({ differenceId: id })}>
          Take it back
        </Action>
      </div>
    )
  }
  if (!isOpenCause(cause)) return null
  const isReady = reason.trim().length >= 3 && !explain.isPending
  const send = () => isReady && explain.mutate({ differenceId: id, reason: reason.trim() })
  return (
    <form
      className={classes.word}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label htmlFor="explanation">Why is it all right?</label>
      <textarea
        id="explanation"
        rows={3}
        maxLength={500}
        value={reason}
        placeholder="Say it so that somebody else can follow it in a year."
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send()
        }}
      />
      <Action primary type="submit" disabled={!isReady}>
        Mark as explained
      </Action>
    </form>
  )
}
