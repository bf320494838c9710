'use client'

import { IconArrowRight, IconPencil, IconTrash } from '@tabler/icons-react'
import { ARRIVAL_STATE_SAID, DOOR_SAID } from '#server/domain/leads/doors/doors.words.ts'
import { Action } from '../../../../_ui/action.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { Waiting } from '../_queries.ts'
import classes from './waiting.module.css'

type Props = { item: Waiting; onLetIn: () => void; onMake: () => void; onPutAside: () => void }

/** One thing that waits: who it seems to be, why it waits, and the three ways on. */
export function WaitingCard({ item, onLetIn, onMake, onPutAside }: Props) {
  const { who, state, reason, door, source, receivedAt } = item
  const reached = [who.email, who.phone].filter(Boolean).join(' · ')
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.name}>{who.fullName ?? 'Nobody made out yet'}</h2>
        <StatusBadge tone={state === 'held' ? 'warning' : 'waiting'}>{ARRIVAL_STATE_SAID[state]}</StatusBadge>
        <span className={classes.when}>
          {source?.name ?? DOOR_SAID[door]}, <When at={receivedAt} />
        </span>
      </div>
      {reached && <p className={classes.reach}>{reached}</p>}
      <p>{reason}</p>
      {who.message && <blockquote className={classes.words}>{who.message}</blockquote>}
      <div className={classes.actions}>
        {state === 'held' && (
          <Action primary icon={IconArrowRight} onClick={onLetIn}>
            Let in
          </Action>
        )}
        <Action primary={state === 'unreadable'} icon={IconPencil} onClick={onMake}>
          {state === 'held' ? 'Look at it' : 'Make a lead of it'}
        </Action>
        <Action icon={IconTrash} onClick={onPutAside}>
          No lead
        </Action>
      </div>
    </li>
  )
}
