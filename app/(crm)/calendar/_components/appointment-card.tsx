'use client'

import { IconCalendarX, IconCheck, IconMapPin, IconThumbUp, IconTrash, IconUserX } from '@tabler/icons-react'
import Link from 'next/link'
import {
  APPOINTMENT_KIND_WORDS,
  APPOINTMENT_STATUS_WORDS,
  type AppointmentStatusName,
} from '#server/domain/calendar/calendar.words.ts'
import { DotsMenu, MenuItem, MenuLine } from '../../../_ui/menu.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import type { Tone } from '../../../_ui/tone.ts'
import { timeIn } from '../_days.words.ts'
import type { Appointment } from '../_queries.ts'
import classes from './appointment-card.module.css'
import type { AppointmentChanges } from './use-appointments.ts'

const TONES: Record<AppointmentStatusName, Tone> = {
  scheduled: 'waiting',
  confirmed: 'good',
  done: 'good',
  canceled: 'neutral',
  noShow: 'warning',
}

type Props = {
  appointment: Appointment
  timeZone: string
  appointments: AppointmentChanges
  showsOwner?: boolean
  /** On the contact's own page their name says nothing, and the day does. */
  day?: string
}

const icon = (Icon: typeof IconCheck) => <Icon size={16} aria-hidden />

/** One appointment: when, what, where, with whom, and what became of it. */
export function AppointmentCard({ appointment, timeZone, appointments, showsOwner, day }: Props) {
  const { title, kind, status, place, startsAt, endsAt, contact, listing, owner } = appointment
  const set = (to: AppointmentStatusName) => () => appointments.setStatus(appointment, to)
  return (
    <li className={classes.card} data-row data-status={status}>
      <p className={classes.time}>
        {day && <span className={classes.day}>{day}</span>}
        <strong>{timeIn(timeZone, startsAt)}</strong>
        <span>{timeIn(timeZone, endsAt)}</span>
      </p>
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        <p className={classes.facts}>
          <StatusBadge tone={TONES[status]} variant="plain">
            {APPOINTMENT_STATUS_WORDS[status]}
          </StatusBadge>
          <span>{APPOINTMENT_KIND_WORDS[kind]}</span>
          {!day && contact && <Link href={`/contacts/${contact.id}`}>{contact.fullName}</Link>}
          {listing && (
            <Link href={`/listings/${listing.id}`}>
              {listing.streetAddress}, {listing.city}
            </Link>
          )}
          {place && (
            <span className={classes.place}>
              <IconMapPin size={14} stroke={1.75} aria-hidden /> {place}
            </span>
          )}
          {showsOwner && <span>{owner.fullName}</span>}
        </p>
      </div>
      <DotsMenu label={`More for “${title}”`}>
        <MenuItem icon={icon(IconThumbUp)} onClick={set('confirmed')}>
          Confirmed
        </MenuItem>
        <MenuItem icon={icon(IconCheck)} onClick={set('done')}>
          Kept
        </MenuItem>
        <MenuItem icon={icon(IconUserX)} onClick={set('noShow')}>
          Did not come
        </MenuItem>
        <MenuItem icon={icon(IconCalendarX)} onClick={set('canceled')}>
          Canceled
        </MenuItem>
        <MenuLine />
        <MenuItem danger icon={icon(IconTrash)} onClick={() => appointments.remove(appointment)}>
          Remove
        </MenuItem>
      </DotsMenu>
    </li>
  )
}
