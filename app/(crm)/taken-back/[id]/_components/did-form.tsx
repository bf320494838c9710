'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { Action } from '../../../../_ui/action.tsx'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import type { TakenBack } from '../_queries.ts'
import classes from './taken-back.module.css'

const HOW = [
  { value: 'call', label: 'I called' },
  { value: 'text', label: 'I sent a text' },
  { value: 'email', label: 'I sent a mail' },
  { value: 'visit', label: 'I met them' },
] as const
type How = (typeof HOW)[number]['value']

/** How long ago it may have been, seen from the moment it was taken back. */
const BEFORE = [
  { value: '0', label: 'Right before it was taken back', minutes: 0 },
  { value: '30', label: 'Half an hour before', minutes: 30 },
  { value: '60', label: 'An hour before', minutes: 60 },
  { value: 'first', label: 'Soon after I got it', minutes: null },
] as const

const momentOf = ({ startedAt, endedAt }: TakenBack, minutes: number | null) =>
  minutes === null ? startedAt : new Date(Math.max(startedAt.getTime(), endedAt.getTime() - minutes * 60_000))

/** Writes down what they did, and asks for the lead again. Who has it by then hears of it on its page. */
export function DidForm({ lead }: { lead: TakenBack }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [touchId] = useState(() => crypto.randomUUID())
  const [channel, setChannel] = useState<How>('call')
  const [before, setBefore] = useState<(typeof BEFORE)[number]['value']>('0')
  const [words, setWords] = useState('')
  const bring = useMutation(
    trpc.chases.bringBack.mutationOptions({
      meta: { quiet: true },
      onSuccess: async (done) => {
        if (done.outcome === 'back') showDone('It is yours again.')
        await Promise.all([
          queryClient.invalidateQueries(trpc.chases.pathFilter()),
          queryClient.invalidateQueries(trpc.leads.pathFilter()),
        ])
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { minutes } = BEFORE.find(({ value }) => value === before) ?? BEFORE[0]
    bring.mutate({ chaseId: lead.id, touchId, channel, happenedAt: momentOf(lead, minutes), words })
  }
  if (bring.data?.outcome === 'taken') {
    return (
      <p role="status" className={classes.words}>
        {bring.data.by ?? 'Somebody else'} has it by now. What you did is written down for them.
      </p>
    )
  }
  const problem = wordsOf(bring.error)
  return (
    <form method="post" className={classes.form} onSubmit={submit}>
      <p className={classes.words}>
        {lead.isFree
          ? 'Write it down, and the lead is yours again at once.'
          : 'Somebody has it by now. Write it down all the same: they read it before they call.'}
      </p>
      <div className={classes.pair}>
        <PlainSelect label="What you did" options={HOW} value={channel} onChange={setChannel} />
        <PlainSelect label="When it was" options={BEFORE} value={before} onChange={setBefore} />
      </div>
      <TextField label="In a few words" value={words} maxLength={500} onChange={setWords} />
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div>
        <Action primary type="submit" disabled={bring.isPending}>
          {lead.isFree ? 'Bring it back' : 'Write it down'}
        </Action>
      </div>
    </form>
  )
}
