'use client'

import { IconChecklist, IconSun } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import type { RefObject } from 'react'
import { daysAfter } from '#server/domain/calendar/days.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Section } from '../../../_ui/section.tsx'
import type { CalendarFilters } from '../_filters.ts'
import { dayOf, type Task } from '../_queries.ts'
import classes from './day-tasks.module.css'
import { TaskComposer } from './task-composer.tsx'
import { TaskRow } from './task-row.tsx'
import { useTasks } from './use-tasks.ts'

const MOST = 300

/** The groups of a day, in the order in which they are worked through. */
function groupsOf(open: Task[], today: string) {
  const soon = daysAfter(today, 7)
  const on = (holds: (day: string) => boolean) => open.filter(({ dueOn }) => dueOn !== null && holds(dueOn))
  return [
    { name: 'Late', tasks: on((day) => day < today), isLate: true },
    { name: 'Today', tasks: on((day) => day === today), isDay: true },
    { name: 'Next seven days', tasks: on((day) => day > today && day <= soon) },
    { name: 'Later', tasks: on((day) => day > soon) },
    { name: 'Some day', tasks: open.filter(({ dueOn }) => dueOn === null) },
  ].filter(({ tasks }) => tasks.length > 0)
}

type Props = { filters: CalendarFilters; composer: RefObject<HTMLInputElement | null> }

/** What somebody has to do, what is late first; one line adds to it. */
export function DayTasks({ filters, composer }: Props) {
  const { data } = useSuspenseQuery(dayOf(useTRPC(), filters))
  const { today, timeZone, open, done } = data
  const tasks = useTasks()
  const row = { today, timeZone, tasks, showsAssignee: filters.who === 'all' }
  const isMine = filters.who === undefined
  // The palette's "New task" leads here, to type at once.
  const isAsked = useSearchParams().has('new')
  return (
    <Section title="To do" aside={open.length < MOST ? `${open.length} open` : `${MOST}+ open`}>
      {isMine && (
        <TaskComposer
          today={today}
          label="New task"
          placeholder="Call about the dock friday 2pm"
          inputRef={composer}
          takesFocus={isAsked}
          onSubmit={(line) => tasks.add(line, { today })}
        />
      )}
      {open.length === 0 && (
        <EmptyState
          icon={done.length > 0 ? IconSun : IconChecklist}
          title={done.length > 0 ? 'Everything is done' : 'Nothing is to do'}
          action={isMine && <Action onClick={() => composer.current?.focus()}>Add a task</Action>}
        >
          {isMine
            ? 'Type what, and then when: “Send comps tomorrow”. What you add on the page of a contact stands here, too.'
            : 'What is added for them stands here, and on the pages of their contacts.'}
        </EmptyState>
      )}
      {groupsOf(open, today).map(({ name, tasks: group, isLate, isDay }) => (
        <section key={name} aria-label={name}>
          <h3 className={classes.group} data-late={isLate || undefined}>
            {name} <span className={classes.count}>{group.length}</span>
          </h3>
          <ul className={classes.list}>
            {group.map((task) => (
              <TaskRow key={task.id} task={task} showsDay={!isDay} {...row} />
            ))}
          </ul>
        </section>
      ))}
      {done.length > 0 && (
        <details className={classes.done}>
          <summary>{done.length} done today</summary>
          <ul className={classes.list}>
            {done.map((task) => (
              <TaskRow key={task.id} task={task} showsDay={false} {...row} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}
