'use client'

import {
  IconCalendarDue,
  IconCalendarOff,
  IconCalendarPlus,
  IconCheck,
  IconFlagFilled,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import Link from 'next/link'
import { type KeyboardEvent, useState } from 'react'
import { TASK_KIND_WORDS } from '#server/domain/calendar/calendar.words.ts'
import { daysAfter } from '#server/domain/calendar/days.words.ts'
import { DotsMenu, MenuItem, MenuLine } from '../../../_ui/menu.tsx'
import { dayName, nextMonday, timeIn } from '../_days.words.ts'
import type { Task } from '../_queries.ts'
import { TaskComposer } from './task-composer.tsx'
import { KIND_ICONS } from './task-kinds.ts'
import classes from './task-row.module.css'
import type { TaskChanges } from './use-tasks.ts'

type Props = {
  task: Task
  today: string
  timeZone: string
  tasks: TaskChanges
  /** Where many people's tasks stand together. */
  showsAssignee?: boolean
  /** On the contact's own page their name says nothing. */
  showsContact?: boolean
  /** Under a heading that says the day already. */
  showsDay?: boolean
}

const icon = (Icon: typeof IconCheck) => <Icon size={16} aria-hidden />

/** As it would be typed, so that it can be typed over. */
const lineOf = ({ title, dueOn, dueAt, priority }: Task, timeZone: string) =>
  [title, dueOn, dueAt && timeIn(timeZone, dueAt).toLowerCase().replace(/\s/g, ''), priority === 'high' ? '!' : null]
    .filter(Boolean)
    .join(' ')

function Facts({ task, today, timeZone, showsAssignee, showsContact = true, showsDay = true }: Props) {
  const { dueOn, dueAt, contact, assignee, kind, completedAt } = task
  const Icon = KIND_ICONS[kind]
  const isLate = !completedAt && dueOn !== null && dueOn < today
  return (
    <span className={classes.facts}>
      <span className={classes.fact}>
        <Icon size={14} stroke={1.75} aria-hidden /> {TASK_KIND_WORDS[kind]}
      </span>
      {dueOn && (showsDay || isLate) && (
        <span className={classes.fact} data-late={isLate || undefined}>
          {isLate ? `Late: ${dayName(dueOn, today)}` : dayName(dueOn, today)}
        </span>
      )}
      {dueAt && <span className={classes.fact}>{timeIn(timeZone, dueAt)}</span>}
      {showsContact && contact && (
        <Link className={classes.who} href={`/contacts/${contact.id}`}>
          {contact.fullName}
        </Link>
      )}
      {showsAssignee && assignee.fullName && <span className={classes.fact}>{assignee.fullName}</span>}
    </span>
  )
}

/** One thing to do. Space or a tap says that it is done; `e` edits it, `s` moves it to tomorrow, Delete takes it away. */
export function TaskRow(props: Props) {
  const { task, today, timeZone, tasks } = props
  const [isEditing, setEditing] = useState(false)
  const isDone = task.completedAt !== null
  const clock = { today, timeZone }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    switch (event.key) {
      case 'e':
        setEditing(true)
        break
      case 's':
        tasks.snooze(task, daysAfter(today, 1), clock)
        break
      case 'Enter':
        tasks.setDone(task, !isDone)
        break
      case 'Delete':
      case 'Backspace':
        tasks.remove(task)
        break
      default:
        return
    }
    event.preventDefault()
  }
  if (isEditing) {
    return (
      <li className={classes.editing}>
        <TaskComposer
          today={today}
          label={`Edit “${task.title}”`}
          placeholder="What, and when"
          line={lineOf(task, timeZone)}
          submitLabel="Save"
          takesFocus
          onSubmit={(line) => {
            tasks.edit(task, line, today)
            setEditing(false)
          }}
          onCancel={() => setEditing(false)}
        />
      </li>
    )
  }
  return (
    <li className={classes.row} data-row data-done={isDone || undefined}>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={isDone}
          aria-label={`Done: ${task.title}`}
          data-list-item
          onChange={() => tasks.setDone(task, !isDone)}
          onKeyDown={onKeyDown}
        />
        <span aria-hidden>
          <IconCheck size={14} stroke={3} />
        </span>
      </label>
      <span className={classes.words}>
        <span className={classes.title}>
          {task.priority === 'high' && <IconFlagFilled size={14} aria-label="Important" className={classes.flag} />}
          {task.title}
        </span>
        {task.details && <span className={classes.details}>{task.details}</span>}
        <Facts {...props} />
      </span>
      <DotsMenu label={`More for “${task.title}”`}>
        <MenuItem icon={icon(IconPencil)} onClick={() => setEditing(true)}>
          Edit
        </MenuItem>
        <MenuItem icon={icon(IconCalendarPlus)} onClick={() => tasks.snooze(task, daysAfter(today, 1), clock)}>
          Tomorrow
        </MenuItem>
        <MenuItem icon={icon(IconCalendarDue)} onClick={() => tasks.snooze(task, nextMonday(today), clock)}>
          Next Monday
        </MenuItem>
        <MenuItem icon={icon(IconCalendarOff)} onClick={() => tasks.snooze(task, null, clock)}>
          Some day
        </MenuItem>
        <MenuLine />
        <MenuItem danger icon={icon(IconTrash)} onClick={() => tasks.remove(task)}>
          Remove
        </MenuItem>
      </DotsMenu>
    </li>
  )
}
