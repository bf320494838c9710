'use client'

import { IconCalendarPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { useKeySequences } from '../../../../_ui/use-key-sequences.ts'
import { AppointmentCard } from '../../../calendar/_components/appointment-card.tsx'
import { TaskComposer } from '../../../calendar/_components/task-composer.tsx'
import { TaskRow } from '../../../calendar/_components/task-row.tsx'
import { useAppointments } from '../../../calendar/_components/use-appointments.ts'
import { useTasks } from '../../../calendar/_components/use-tasks.ts'
import { dayName } from '../../../calendar/_days.words.ts'
import { appointmentsOfContact, tasksOfContact } from '../../../calendar/_queries.ts'
import { contactById } from '../../_queries.ts'
import classes from './contact-tasks.module.css'

const NewAppointment = dynamic(() =>
  import('../../../calendar/_components/new-appointment.tsx').then((module) => module.NewAppointment),
)

function Appointments({ contactId, today }: { contactId: string; today: string }) {
  const { data } = useSuspenseQuery(appointmentsOfContact(useTRPC(), contactId))
  const { ahead, over, timeZone } = data
  const appointments = useAppointments()
  const [isAdding, setAdding] = useState(false)
  const shown = [...ahead, ...over.slice(0, 3)]
  return (
    <>
      {shown.length > 0 && (
        <ul className={classes.list} aria-label="Appointments">
          {shown.map((item) => (
            <AppointmentCard
              key={item.id}
              appointment={item}
              timeZone={timeZone}
              appointments={appointments}
              day={dayName(item.day, today)}
            />
          ))}
        </ul>
      )}
      {isAdding ? (
        <NewAppointment contactId={contactId} today={today} timeZone={timeZone} onDone={() => setAdding(false)} />
      ) : (
        <Action wide icon={IconCalendarPlus} onClick={() => setAdding(true)}>
          New appointment
        </Action>
      )}
    </>
  )
}

/** What comes next with a contact: tasks, added in one line (`t` goes there), and appointments. */
export function ContactTasks({ contactId }: { contactId: string }) {
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(tasksOfContact(trpc, contactId))
  const { data: contact } = useSuspenseQuery(contactById(trpc, contactId))
  const { today, timeZone, open, done } = data
  const tasks = useTasks()
  const composer = useRef<HTMLInputElement>(null)
  useKeySequences({ t: () => composer.current?.focus() })
  const row = { today, timeZone, tasks, showsContact: false }
  return (
    <>
      <TaskComposer
        today={today}
        label="New task"
        placeholder="Call about the dock friday 2pm"
        inputRef={composer}
        onSubmit={(line) => tasks.add(line, { today, contact })}
      />
      {open.length + done.length > 0 && (
        <ul className={classes.list} aria-label="Tasks">
          {[...open, ...done.slice(0, 2)].map((task) => (
            <TaskRow key={task.id} task={task} {...row} />
          ))}
        </ul>
      )}
      <Appointments contactId={contactId} today={today} />
    </>
  )
}
