'use client'

import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WEEKDAY_WORDS, WEEKDAYS, type Weekday } from '#server/domain/leads/routing/routing.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { Action } from '../../../../_ui/action.tsx'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import { Problem } from '../../../../_ui/problem.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import { Toggle } from '../../../../_ui/toggle.tsx'
import type { Stretch } from '../_availability.types.ts'
import { clockOf, minuteOf, nextStretch, problemOf, usualWeek } from '../_hours.words.ts'
import classes from './availability.module.css'

type DayProps = { day: Weekday; stretches: Stretch[]; onChange: (stretches: Stretch[]) => void }

function Day({ day, stretches, onChange }: DayProps) {
  const name = WEEKDAY_WORDS[day]
  const problem = problemOf(stretches)
  const next = nextStretch(day, stretches)
  const change = (index: number, over: Partial<Stretch>) =>
    onChange(stretches.map((each, at) => (at === index ? { ...each, ...over } : each)))
  const field = (index: number, key: 'fromMinute' | 'untilMinute', label: string) => (
    <input
      type="time"
      className={classes.time}
      aria-label={`${name}, ${label}`}
      aria-invalid={problem ? true : undefined}
      value={clockOf(stretches[index]?.[key] ?? 0)}
      onChange={({ currentTarget }) => change(index, { [key]: minuteOf(currentTarget.value) })}
    />
  )
  return (
    <li className={classes.day}>
      <div className={classes.free}>
        <Toggle
          label={name}
          named
          checked={stretches.length > 0}
          onChange={(works) => onChange(works && next ? [next] : [])}
        />
      </div>
      <div className={classes.stretches}>
        {stretches.length === 0 && <span className={classes.free}>No leads</span>}
        {stretches.map((stretch, index) => (
          <div key={`${stretch.day} ${index.toString()}`} className={classes.line}>
            {field(index, 'fromMinute', 'from')}
            <span aria-hidden>to</span>
            {field(index, 'untilMinute', 'until')}
            {stretches.length > 1 && (
              <IconAction
                icon={IconX}
                aria-label={`Take ${clockOf(stretch.fromMinute)} on ${name} out`}
                onClick={() => onChange(stretches.toSpliced(index, 1))}
              />
            )}
            {index === stretches.length - 1 && next && (
              <IconAction
                icon={IconPlus}
                aria-label={`More hours on ${name}`}
                onClick={() => onChange([...stretches, next])}
              />
            )}
          </div>
        ))}
        {problem && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
    </li>
  )
}

/** The hours of the week in which leads may come. None at all: at any time. */
export function HoursForm({ saved }: { saved: Stretch[] }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [hours, setHours] = useState(saved)
  const save = useMutation(
    trpc.availability.setHours.mutationOptions({
      meta: { quiet: true },
      onSuccess: () => queryClient.invalidateQueries(trpc.availability.mine.queryFilter()),
    }),
  )
  const of = (day: Weekday) => hours.filter((each) => each.day === day)
  const hasProblem = WEEKDAYS.some((day) => problemOf(of(day)) !== null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hasProblem) return
    save.mutate({ hours })
    showUndo({ message: 'Your hours are saved.', onUndo: () => save.mutate({ hours: saved }) })
  }
  if (hours.length === 0 && saved.length === 0) {
    return (
      <div className={classes.now}>
        <p className={classes.words}>Leads may come at any time, day and night.</p>
        <Action onClick={() => setHours(usualWeek())}>Set hours</Action>
      </div>
    )
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <Problem>{wordsOf(save.error)}</Problem>
      <ul className={classes.days}>
        {WEEKDAYS.map((day) => (
          <Day
            key={day}
            day={day}
            stretches={of(day)}
            onChange={(stretches) => setHours([...hours.filter((each) => each.day !== day), ...stretches])}
          />
        ))}
      </ul>
      {hours.length === 0 && <p className={classes.says}>No day at all means: at any time.</p>}
      <div className={classes.foot}>
        <Action primary type="submit" disabled={save.isPending || hasProblem}>
          Save hours
        </Action>
        <Action onClick={() => setHours([])}>At any time</Action>
      </div>
    </form>
  )
}
