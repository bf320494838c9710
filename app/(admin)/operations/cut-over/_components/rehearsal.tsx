'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  REHEARSAL_STEPS,
  REHEARSAL_WORDS,
  type RehearsalStep,
} from '#server/domain/legacy/cutover/rehearsal/rehearsal.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { showProblem } from '../../../../_ui/toast.tsx'
import tones from '../../../../_ui/tone.module.css'
import { type Tone, toneIcon } from '../../../../_ui/tone.ts'
import { When } from '../../../../_ui/when.tsx'
import type { Move, Rehearsal } from '../_queries.ts'
import classes from './check-list.module.css'

const STATES = {
  ok: { tone: 'good', label: 'Passed' },
  failed: { tone: 'bad', label: 'Failed' },
  skipped: { tone: 'neutral', label: 'Nothing to try' },
  waiting: { tone: 'waiting', label: 'To come' },
} as const satisfies Record<string, { tone: Tone; label: string }>

function StepLine({ name, rehearsal }: { name: RehearsalStep; rehearsal: Rehearsal }) {
  const result = rehearsal.steps.find((step) => step.name === name)
  const { tone, label } = STATES[result?.state ?? 'waiting']
  const Icon = toneIcon[tone]
  return (
    <li className={`${classes.check} ${tones[tone]}`}>
      <Icon size={18} aria-hidden />
      <span className={classes.name}>{REHEARSAL_WORDS[name]}</span>
      <span className={classes.label}>{label}</span>
      {result && (
        <span className={classes.words}>
          {result.words} ({result.ms.toLocaleString('en-US')} ms)
        </span>
      )}
    </li>
  )
}

function outcomeOf({ passed, endedAt }: Rehearsal) {
  if (!endedAt) return { tone: 'waiting', label: 'Underway' } as const
  return passed ? ({ tone: 'good', label: 'Passed' } as const) : ({ tone: 'bad', label: 'Failed' } as const)
}

/** A switch that is tried forth and back and not kept: what was tried, and how it went. */
export function RehearsalCard({ move }: { move: Move }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { feature, rehearsal } = move
  const rehearse = useMutation(
    trpc.moves.rehearse.mutationOptions({
      onError: ({ message }) => showProblem(message),
      onSettled: () => queryClient.invalidateQueries(trpc.moves.pathFilter()),
    }),
  )
  const outcome = rehearsal && outcomeOf(rehearsal)
  const isUnderway = rehearse.isPending || (rehearsal !== null && rehearsal.endedAt === null)
  return (
    <Section
      title="Rehearsal"
      aside={
        rehearsal && (
          <>
            <When at={rehearsal.requestedAt} />
            {rehearsal.by && `, by ${rehearsal.by}`}
          </>
        )
      }
      actions={
        <div className={classes.beside}>
          {outcome && <StatusBadge tone={outcome.tone}>{outcome.label}</StatusBadge>}
          <Action onClick={() => rehearse.mutate({ feature })} disabled={isUnderway}>
            {rehearsal ? 'Rehearse again' : 'Rehearse'}
          </Action>
        </div>
      }
    >
      {rehearsal ? (
        <ol className={classes.checks} aria-live="polite">
          {REHEARSAL_STEPS.map((name) => (
            <StepLine key={name} name={name} rehearsal={rehearsal} />
          ))}
        </ol>
      ) : (
        <p className={classes.none}>
          Nobody has tried it. A rehearsal reads from both sides, and goes forth and back without keeping it: nothing
          changes for anybody.
        </p>
      )}
    </Section>
  )
}
