'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { AVAILABILITY_WORDS, REASON_WORDS } from '#server/domain/leads/availability/availability.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import type { Tone } from '../../../../_ui/tone.ts'
import { When } from '../../../../_ui/when.tsx'
import type { Availability } from '../_availability.types.ts'
import { myAvailability } from '../_queries.ts'
import classes from './availability.module.css'

export const TONES: Record<Availability['standing']['status'], Tone> = {
  available: 'good',
  away: 'waiting',
  paused: 'warning',
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

/** Eight in the morning of the next day, on the reader's clock. */
function tomorrowMorning() {
  const at = new Date()
  at.setDate(at.getDate() + 1)
  at.setHours(8, 0, 0, 0)
  return at
}

/** Whether new leads come now, with one tap to say otherwise; it shows at once, and can be taken back. */
export function Standing({ standing }: Pick<Availability, 'standing'>) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = myAvailability(trpc)
  const show = (next: Availability['standing']) =>
    queryClient.setQueryData(queryKey, (now) => (now ? { ...now, standing: next } : now))
  const settle = () => queryClient.invalidateQueries(trpc.availability.pathFilter())
  const away = useMutation(
    trpc.availability.setAway.mutationOptions({
      onMutate: ({ until }) => show({ status: 'away', reason: 'own', until }),
      onSettled: settle,
    }),
  )
  const back = useMutation(
    trpc.availability.setAvailable.mutationOptions({
      onMutate: () => show({ status: 'available', reason: 'own', until: null }),
      onSettled: settle,
    }),
  )
  const goAway = (until: Date | null) => {
    away.mutate({ until })
    showUndo({ message: 'You are away: no new leads come to you.', onUndo: () => back.mutate() })
  }
  const comeBack = () => {
    const { until } = standing
    back.mutate()
    showUndo({ message: 'You are back: new leads may come.', onUndo: () => away.mutate({ until }) })
  }
  const { status, reason, until } = standing
  const { label, says } = AVAILABILITY_WORDS[status]
  return (
    <div className={classes.now}>
      <div className={classes.words}>
        <div className={classes.line}>
          <StatusBadge tone={TONES[status]}>{label}</StatusBadge>
          {until && (
            <span>
              until <When at={until} format="exact" />
            </span>
          )}
        </div>
        <p className={classes.says}>{status === 'available' ? says : `${says} ${REASON_WORDS[reason]}`}</p>
      </div>
      {status === 'available' && (
        <div className={classes.line}>
          <Action onClick={() => goAway(inHours(2))}>Away for 2 hours</Action>
          <Action onClick={() => goAway(tomorrowMorning())}>Until tomorrow</Action>
          <Action onClick={() => goAway(null)}>Until I say so</Action>
        </div>
      )}
      {status === 'away' && (
        <Action primary onClick={comeBack}>
          I am back
        </Action>
      )}
    </div>
  )
}
