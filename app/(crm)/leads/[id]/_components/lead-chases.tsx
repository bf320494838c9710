'use client'

import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import {
  CHASE_CLOCK_WORDS,
  CHASE_END_WORDS,
  CHASE_TO_COME,
  chaseStepSaid,
} from '#server/domain/leads/idle/chase.words.ts'
import type { ChaseEnd } from '#server/generated/prisma/enums.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Countdown } from '../../../../_ui/countdown.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import type { Tone } from '../../../../_ui/tone.ts'
import { When } from '../../../../_ui/when.tsx'
import { type Chase, chasesOf } from '../_chases.ts'
import classes from './lead-course.module.css'

const TONE_OF: Record<ChaseEnd, Tone> = { worked: 'good', movedOn: 'neutral', takenBack: 'warning', exhausted: 'bad' }

function Steps({ chase }: { chase: Chase }) {
  return (
    <ol className={classes.ladder}>
      {chase.steps.map(({ rung, act, takenAt, person }) => (
        <li key={rung} className={classes.rung} data-taken>
          <IconCircleCheckFilled size={18} aria-hidden />
          <span>{chaseStepSaid(act, person?.fullName ?? null)}</span>
          <span className={classes.soft}>
            <When at={takenAt} format="exact" />
          </span>
        </li>
      ))}
      {chase.toCome.map(({ rung, act, dueAt }, index) => (
        <li key={rung} className={classes.rung}>
          <IconCircle size={18} aria-hidden />
          <span>{CHASE_TO_COME[act]}</span>
          <span className={classes.soft}>
            <When at={dueAt} format="exact" />
            {index === 0 && (
              <>
                , in <Countdown until={dueAt} />
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

function OneChase({ chase }: { chase: Chase }) {
  const { agent, startedAt, end, endedAt } = chase
  return (
    <li className={classes.offer}>
      <p className={classes.head}>
        <StatusBadge tone={end ? TONE_OF[end] : 'waiting'}>{end ? CHASE_END_WORDS[end] : 'Not worked yet'}</StatusBadge>
        <span>
          {agent.fullName} {end ? 'had' : 'has had'} it since <When at={startedAt} format="exact" />
          {endedAt && (
            <>
              , until <When at={endedAt} format="exact" />
            </>
          )}
        </span>
      </p>
      <Steps chase={chase} />
    </li>
  )
}

/** Who had it and when somebody turned to the person behind it; until then what was done, and what comes, with the time left. */
export function LeadChases({ id }: { id: string }) {
  const { data: chases } = useSuspenseQuery(chasesOf(useTRPC(), id))
  const [first] = chases
  if (!first) return null
  return (
    <Section title="Until somebody works it" aside={CHASE_CLOCK_WORDS[first.clock]} flush>
      <ol className={classes.offers}>
        {chases.map((chase) => (
          <OneChase key={chase.id} chase={chase} />
        ))}
      </ol>
    </Section>
  )
}
