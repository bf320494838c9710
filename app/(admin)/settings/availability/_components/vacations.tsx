'use client'

import { IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { Action } from '../../../../_ui/action.tsx'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import { Problem } from '../../../../_ui/problem.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import type { Availability } from '../_availability.types.ts'
import { myAvailability } from '../_queries.ts'
import classes from './availability.module.css'

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
const said = (date: string) => day.format(new Date(`${date}T00:00:00Z`))
const spanSaid = ({ from, until }: { from: string; until: string }) =>
  from === until ? said(from) : `${said(from)} to ${said(until)}`

/** Days off, both included. What is taken away can be brought back. */
export function Vacations({ vacations }: Pick<Availability, 'vacations'>) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = myAvailability(trpc)
  const [days, setDays] = useState({ from: '', until: '' })
  const settle = () => queryClient.invalidateQueries({ queryKey })
  const add = useMutation(
    trpc.availability.addVacation.mutationOptions({
      meta: { quiet: true },
      onSuccess: () => setDays({ from: '', until: '' }),
      onSettled: settle,
    }),
  )
  const remove = useMutation(
    trpc.availability.removeVacation.mutationOptions({
      onMutate: ({ vacationId }) =>
        queryClient.setQueryData(queryKey, (now) =>
          now ? { ...now, vacations: now.vacations.filter(({ id }) => id !== vacationId) } : now,
        ),
      onSettled: settle,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ from: days.from, until: days.until || days.from })
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {vacations.length === 0 ? (
        <p className={classes.says}>
          No days off ahead. On days off no new leads come to you, and nobody counts a miss.
        </p>
      ) : (
        <ul className={classes.rows}>
          {vacations.map(({ id, from, until }) => (
            <li key={id} className={classes.row}>
              <span>{spanSaid({ from, until })}</span>
              <IconAction
                icon={IconX}
                size={44}
                aria-label={`Take ${spanSaid({ from, until })} away`}
                onClick={() => {
                  remove.mutate({ vacationId: id })
                  showUndo({ message: 'You work on these days.', onUndo: () => add.mutate({ from, until }) })
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <Problem>{wordsOf(add.error)}</Problem>
      <div className={classes.pair}>
        <TextField
          label="First day"
          type="date"
          required
          value={days.from}
          problem={wordsAbout('from', add.error) ?? undefined}
          onChange={(from) => setDays({ ...days, from })}
        />
        <TextField
          label="Last day"
          type="date"
          min={days.from}
          value={days.until}
          problem={wordsAbout('until', add.error) ?? undefined}
          onChange={(until) => setDays({ ...days, until })}
        />
      </div>
      <div className={classes.foot}>
        <Action type="submit" disabled={add.isPending || days.from === ''}>
          Add days off
        </Action>
      </div>
    </form>
  )
}
