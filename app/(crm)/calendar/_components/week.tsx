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
import { dayName, dayNumber, longDay, shortWeekday, spanOf } from '../_days.words.ts'
import type { CalendarFilters } from '../_filters.ts'
import { weekOf } from '../_queries.ts'
import { AppointmentCard } from './appointment-card.tsx'
import { useAppointments } from './use-appointments.ts'
import classes from './week.module.css'

const NewAppointment = dynamic(() => import('./new-appointment.tsx').then((module) => module.NewAppointment))

type Props = { filters: CalendarFilters; onGo: (from: string | undefined) => void }

/** A week of appointments, day by day; a strip on top says on which days something stands. */
export function Week({ filters, onGo }: Props) {
  const { data } = useSuspenseQuery(weekOf(useTRPC(), filters))
  const { today, timeZone, days, items } = data
  const [first = today, last = today] = [days.at(0), days.at(-1)]
  const [isAdding, setAdding] = useState(false)
  const appointments = useAppointments()
  const isThisWeek = days.includes(today)
  const on = (day: string) => items.filter((item) => item.day === day || (day === first && item.day < day))
  const shown = days.filter((day) => on(day).length > 0 || day === today)
  return (
    <Section
      title={isThisWeek ? 'This week' : 'Week'}
      aside={spanOf(first, last)}
      actions={
        <>
          {!isThisWeek && <Action onClick={() => onGo(undefined)}>Today</Action>}
          <IconAction
            bordered
            icon={IconChevronLeft}
            aria-label="The week before"
            onClick={() => onGo(daysAfter(first, -7))}
          />
          <IconAction
            bordered
            icon={IconChevronRight}
            aria-label="The week after"
            onClick={() => onGo(daysAfter(first, 7))}
          />
          <Action icon={IconPlus} onClick={() => setAdding(true)}>
            Appointment
          </Action>
        </>
      }
    >
      {isAdding && <NewAppointment today={today} timeZone={timeZone} onDone={() => setAdding(false)} />}
      <ol className={classes.strip} aria-label="The days of this week">
        {days.map((day) => (
          <li key={day} data-today={day === today || undefined}>
            <span>{shortWeekday(day)}</span>
            <strong>{dayNumber(day)}</strong>
            <span className={classes.marks} title={`${on(day).length} on ${longDay(day)}`}>
              {on(day).map(({ id, status }) => (
                <i key={id} data-status={status} />
              ))}
              <span className={classes.said}>{on(day).length} appointments</span>
            </span>
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p className={classes.none}>Nothing stands in this week.</p>}
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
