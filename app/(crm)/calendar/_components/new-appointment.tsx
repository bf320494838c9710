'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { APPOINTMENT_KIND_WORDS, APPOINTMENT_KINDS } from '#server/domain/calendar/calendar.words.ts'
import { daysAfter, momentIn } from '#server/domain/calendar/days.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { showUndo } from '../../../_ui/toast.tsx'
import { dayName } from '../_days.words.ts'
import classes from './new-appointment.module.css'

const KINDS = APPOINTMENT_KINDS.map((value) => ({ value, label: APPOINTMENT_KIND_WORDS[value] }))
const LENGTHS = ['30', '45', '60', '90', '120', '180'] as const
const LENGTH_OPTIONS = LENGTHS.map((value) => ({ value, label: `${value} minutes` }))

type Props = { today: string; timeZone: string; contactId?: string; onDone: () => void }

const minutesOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** A time to keep free: day and clock are those of the office. Ctrl-Enter saves, Escape closes. */
export function NewAppointment({ today, timeZone, contactId, onDone }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<(typeof APPOINTMENT_KINDS)[number]>('showing')
  const [day, setDay] = useState(daysAfter(today, 1))
  const [clock, setClock] = useState('10:00')
  const [length, setLength] = useState<(typeof LENGTHS)[number]>('60')
  const [place, setPlace] = useState('')
  const [problem, setProblem] = useState<string>()
  const readAgain = () => queryClient.invalidateQueries(trpc.calendar.pathFilter())
  const remove = useMutation(trpc.calendar.removeAppointment.mutationOptions({ onSettled: readAgain }))
  const add = useMutation(
    trpc.calendar.addAppointment.mutationOptions({
      onError: ({ message }) => setProblem(message),
      onSuccess: ({ id }) => {
        void readAgain()
        showUndo({ message: `${dayName(day, today)}: ${title}`, onUndo: () => remove.mutate({ appointmentId: id }) })
        onDone()
      },
    }),
  )
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return setProblem('Say in a few words what it is.')
    if (!day || !clock) return setProblem('Choose a day and a time.')
    const startsAt = momentIn(timeZone, day, minutesOf(clock))
    const endsAt = new Date(startsAt.getTime() + Number(length) * 60_000)
    const about = { id: crypto.randomUUID(), ...(contactId ? { contactId } : {}) }
    add.mutate({ ...about, title, kind, place, startsAt, endsAt })
  }
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label="New appointment"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit()
      }}
    >
      <TextField label="What" value={title} onChange={setTitle} problem={problem} maxLength={200} autoComplete="off" />
      <div className={classes.row}>
        <TextField label="Day" type="date" value={day} onChange={setDay} />
        <TextField label="From" type="time" value={clock} onChange={setClock} />
        <PlainSelect label="How long" options={LENGTH_OPTIONS} value={length} onChange={setLength} />
        <PlainSelect label="Kind" options={KINDS} value={kind} onChange={setKind} />
      </div>
      <TextField label="Where" value={place} onChange={setPlace} maxLength={200} autoComplete="off" />
      <div className={classes.row}>
        <Action primary type="submit" disabled={add.isPending}>
          Save
        </Action>
        <Action onClick={onDone}>Cancel</Action>
      </div>
    </form>
  )
}
