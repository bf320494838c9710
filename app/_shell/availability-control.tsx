'use client'

import { IconCalendarClock, IconPlayerPlay, IconZzz } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import {
  AVAILABILITY_WORDS,
  type AvailabilityStatusName,
} from '#server/domain/leads/availability/availability.words.ts'
import { useTRPC } from '../_trpc/client.tsx'
import { StatusBadge } from '../_ui/status-badge.tsx'
import { showUndo } from '../_ui/toast.tsx'
import type { Tone } from '../_ui/tone.ts'
import { When } from '../_ui/when.tsx'
import classes from './user-menu.module.css'

const TONES: Record<AvailabilityStatusName, Tone> = { available: 'good', away: 'waiting', paused: 'warning' }

/** Whether new leads come to one, until when not, and one tap to say otherwise. */
export function AvailabilityControl({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const standing = trpc.availability.standing.queryOptions()
  const { data } = useQuery(standing)
  const onSettled = () => queryClient.invalidateQueries(trpc.availability.pathFilter())
  const show = (status: 'available' | 'away', until: Date | null) =>
    queryClient.setQueryData(standing.queryKey, { status, reason: 'own', until })
  const away = useMutation(
    trpc.availability.setAway.mutationOptions({ onMutate: ({ until }) => show('away', until), onSettled }),
  )
  const back = useMutation(
    trpc.availability.setAvailable.mutationOptions({ onMutate: () => show('available', null), onSettled }),
  )
  const status = data?.status ?? 'available'
  const until = data?.until ?? null
  const isAway = status === 'away'
  const toggle = () => {
    if (isAway) {
      back.mutate()
      showUndo({ message: 'You are back: new leads may come.', onUndo: () => away.mutate({ until }) })
      return
    }
    away.mutate({ until: null })
    showUndo({ message: 'You are away: no new leads come to you.', onUndo: () => back.mutate() })
  }
  return (
    <div className={classes.availability} aria-busy={!data}>
      <p className={classes.standing}>
        <StatusBadge tone={TONES[status]} variant="plain">
          {AVAILABILITY_WORDS[status].label}
        </StatusBadge>
        {until && (
          <span className={classes.email}>
            until <When at={until} format="exact" />
          </span>
        )}
      </p>
      {status !== 'paused' && (
        <button type="button" className={classes.item} disabled={!data} onClick={toggle}>
          {isAway ? <IconPlayerPlay size={16} aria-hidden /> : <IconZzz size={16} aria-hidden />}
          <span className={classes.label}>{isAway ? 'I am back' : 'Set me to away'}</span>
        </button>
      )}
      <Link href="/settings/availability" className={classes.item} onClick={onClose}>
        <IconCalendarClock size={16} aria-hidden />
        <span className={classes.label}>Hours and vacations</span>
      </Link>
    </div>
  )
}
