import { z } from 'zod'
import { wallTime } from '../sync/date.values.ts'
import { dueOf } from '../sync/due.values.ts'
import type { TaskRow } from '../sync/tasks.transform.ts'
import { priorityOf, taskKindOf } from '../sync/words.values.ts'
import type { Held, Plain, SharedField } from './shared-fields.ts'

type Task = Held<TaskRow>

const contactOf = ({ row, needed }: Task) => (row.hasContact ? needed : null)
const agentOf = ({ row, needed, wanted }: Task) => (row.hasContact ? wanted : needed)

const withPeople = (into: Task, contactId: string | null, agentId: string | null): Task => ({
  row: { ...into.row, hasContact: contactId !== null },
  needed: contactId ?? agentId,
  wanted: contactId === null ? null : agentId,
})

const withRow = (into: Task, over: Partial<TaskRow>): Task => ({ ...into, row: { ...into.row, ...over } })

const MINUTE_MS = 60_000
const isoAt = (wall: number) => new Date(wall).toISOString()

/** The day and the clock as the old forms have them, in New York's time. */
function dueAsThere({ dueOn, dueAt }: TaskRow): { dueDate: string | undefined; dueTime: string | undefined } {
  if (!dueAt) return { dueDate: dueOn ?? undefined, dueTime: undefined }
  const wall = isoAt(wallTime(dueAt.getTime()))
  return { dueDate: wall.slice(0, 10), dueTime: wall.slice(11, 16) }
}

const dueInPlain = ({ dueOn, dueAt }: TaskRow): Plain =>
  dueAt ? isoAt(Math.floor(dueAt.getTime() / MINUTE_MS) * MINUTE_MS) : dueOn

/** A task in the words of both systems. */
export const TASK_FIELDS: readonly SharedField<TaskRow>[] = [
  {
    name: 'title',
    read: ({ row }) => row.title,
    take: (into, { row: { title } }) => withRow(into, { title }),
    put: (into, value) => withRow(into, { title: z.string().parse(value) }),
    write: (document, { row }) => ({ ...document, title: row.title }),
  },
  {
    name: 'details',
    read: ({ row }) => row.details,
    take: (into, { row: { details } }) => withRow(into, { details }),
    put: (into, value) => withRow(into, { details: z.string().nullable().parse(value) }),
    write: (document, { row }) => ({ ...document, notes: row.details ?? undefined }),
  },
  {
    name: 'kind',
    read: ({ row }) => row.kind,
    take: (into, { row: { kind } }) => withRow(into, { kind }),
    put: (into, value) => withRow(into, { kind: taskKindOf(value) ?? into.row.kind }),
    write: (document, { row }) => ({ ...document, type: row.kind === 'followUp' ? 'follow up' : row.kind }),
  },
  {
    name: 'priority',
    read: ({ row }) => row.priority,
    take: (into, { row: { priority } }) => withRow(into, { priority }),
    put: (into, value) => withRow(into, { priority: priorityOf(value) ?? into.row.priority }),
    write: (document, { row }) => ({ ...document, priority: row.priority }),
  },
  {
    name: 'due',
    read: ({ row }) => dueInPlain(row),
    take: (into, { row: { dueOn, dueAt, dueZone } }) => withRow(into, { dueOn, dueAt, dueZone }),
    put: (into, value) => withRow(into, dueOf(value, undefined) ?? {}),
    write: (document, { row }) => ({ ...document, ...dueAsThere(row) }),
  },
  {
    name: 'done',
    read: ({ row }) => row.completedAt !== null,
    take: (into, { row: { completedAt } }) => withRow(into, { completedAt }),
    put: (into, value) => withRow(into, { completedAt: z.boolean().parse(value) ? new Date() : null }),
    write: (document, { row: { completedAt } }) => ({
      ...document,
      done: completedAt !== null,
      doneAt: completedAt ? { $date: completedAt.toISOString() } : undefined,
    }),
  },
  {
    name: 'contact',
    read: contactOf,
    take: (into, from) => withPeople(into, contactOf(from), agentOf(into) ?? agentOf(from)),
    put: (into, value) => withPeople(into, z.uuid().nullable().parse(value), agentOf(into)),
    write: (document, { row }, { needed }) => ({ ...document, contactId: row.hasContact ? needed : undefined }),
  },
  {
    name: 'agent',
    read: (one) => agentOf(one) ?? undefined,
    take: (into, from) => withPeople(into, contactOf(into), agentOf(from)),
    put: (into, value) => withPeople(into, contactOf(into), z.uuid().parse(value)),
    write: (document, { row }, { needed, wanted }) => {
      const agentId = row.hasContact ? wanted : needed
      return agentId === null ? document : { ...document, agentId }
    },
  },
]
