'use client'

import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { daysAfter } from '#server/domain/calendar/days.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { IconAction } from '../../../_ui/icon-action.tsx'
import { Section } from '../../../_ui/section.tsx'
import unseen from '../../../_ui/unseen.module.css'
import { dayName, dayNumber, longDay, shortWeekday, spanOf } from '../_days.words.ts'
import type { CalendarFilters } from '../_filters.ts'
import { weekOf } from '../_queries.ts'
import { AppointmentCard } from './appointment-card.tsx'
import { useAppointments } from './use-appointments.ts'
import classes from './week.module.css'

const NewAppointment = dynamic(() => import('./new-appointment.tsx').then((module) => module.NewAppointment))

/** More than so many look like a wall. */
const MOST_MARKS = 12

type Props = { filters: CalendarFilters; onGo: (from: string | undefined) => void }

/** Seven days of appointments, one by one; a strip on top says on which of them something stands. */
export function Week({ filters, onGo }: Props) {
  const { data } = useSuspenseQuery(weekOf(useTRPC(), filters))
  const { today, timeZone, days, items } = data
  const [first = today, last = today] = [days.at(0), days.at(-1)]
  const [isAdding, setAdding] = useState(false)
  const appointments = useAppointments()
  const isFromToday = first === today
  const on = (day: string) => items.filter((item) => item.day === day || (day === first && item.day < day))
  const shown = days.filter((day) => on(day).length > 0 || day === today)
  return (
    <Section
      title={isFromToday ? 'Next seven days' : 'Seven days'}
      aside={spanOf(first, last)}
      actions={
        <>
          {!isFromToday && <Action onClick={() => onGo(undefined)}>Today</Action>}
          <IconAction
            bordered
            icon={IconChevronLeft}
            aria-label="The seven days before"
            onClick={() => onGo(daysAfter(first, -7))}
          />
          <IconAction
            bordered
            icon={IconChevronRight}
            aria-label="The seven days after"
            onClick={() => onGo(daysAfter(first, 7))}
          />
          <IconAction bordered icon={IconPlus} aria-label="New appointment" onClick={() => setAdding(true)} />
        </>
      }
    >
      {isAdding && <NewAppointment today={today} timeZone={timeZone} onDone={() => setAdding(false)} />}
      <ol className={classes.strip} aria-label="These seven days">
        {days.map((day) => (
          <li key={day} data-today={day === today || undefined}>
            <span>{shortWeekday(day)}</span>
            <strong>{dayNumber(day)}</strong>
            <span className={classes.marks} title={`${on(day).length} on ${longDay(day)}`}>
              {on(day)
                .slice(0, MOST_MARKS)
                .map(({ id, status }) => (
                  <i key={id} data-status={status} />
                ))}
              <span className={unseen.unseen}>{on(day).length} appointments</span>
            </span>
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p className={classes.none}>Nothing stands on these days.</p>}
      {shown.map((day) => (
        <section key={day} className={classes.day} aria-label={longDay(day)}>
          <h3 data-today={day === today || undefined}>
            {day === today ? `Today, ${longDay(day)}` : day > today ? dayName(day, today) : longDay(day)}
          </h3>
          {on(day).length === 0 ? (
            <p className={classes.none}>Nothing stands today.</p>
          ) : (
            <ul>
              {on(day).map((item) => (
                <AppointmentCard
                  key={item.id}
                  appointment={item}
                  timeZone={timeZone}
                  appointments={appointments}
                  showsOwner={filters.who === 'all'}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </Section>
  )
}
