import type { TaskKind, TaskPriority } from '#server/generated/prisma/enums.ts'
import { dateOf } from './date.values.ts'
import { type Due, dueOf, minutesOf } from './due.values.ts'
import { forWhom } from './people.values.ts'
import { booleanOf, plainText, shortened, textOf } from './text.values.ts'
import { extraOf, isMissing, isRefusal, readableFields, refuse, type Transform } from './transform.ts'
import { lineOf, priorityOf, taskKindOf } from './words.values.ts'

export type TaskRow = Due & {
  /** It is about a contact; without one it belongs to its agent alone. */
  hasContact: boolean
  title: string
  details: string | null
  kind: TaskKind
  priority: TaskPriority
  completedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

const KNOWN = [
  ...['contactId', 'agentId', 'title', 'notes', 'type', 'priority', 'dueDate', 'dueTime', 'done', 'doneAt'],
]
const LONGEST_TITLE = 200
const LONGEST_DETAILS = 20_000
const EPOCH = new Date(0)
const DONE = new Set(['done', 'completed', 'complete', 'closed'])

/** What can't be read is open: nobody forgets what stands on a list. */
const isDone = (value: unknown) => booleanOf(value) ?? DONE.has(textOf(value)?.toLowerCase() ?? '')

/** Tasks of the old system. One whose day can't be read is refused: without a day it would never come up. */
export const transformTask: Transform<TaskRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  const people = forWhom(fields)
  if (isRefusal(people)) return people
  const title = lineOf(fields.title, LONGEST_TITLE)
  if (title === null) return refuse('missing-text', 'title', fields.title)
  const due = dueOf(fields.dueDate, fields.dueTime)
  if (!due) return refuse('invalid-date', 'dueDate', fields.dueDate)
  const [kind, priority] = [taskKindOf(fields.type), priorityOf(fields.priority)]
  const updatedAt = document.updatedAt ?? dateOf(fields.createdAt) ?? EPOCH
  return {
    row: {
      ...due,
      hasContact: people.needs.stream === 'contacts',
      title,
      details: shortened(plainText(fields.notes), LONGEST_DETAILS).trim() || null,
      kind: kind ?? 'other',
      priority: priority ?? 'normal',
      completedAt: isDone(fields.done) ? (dateOf(fields.doneAt) ?? updatedAt) : null,
      createdAt: dateOf(fields.createdAt) ?? updatedAt,
      updatedAt,
    },
    ...people,
    extra: extraOf(fields, KNOWN, {
      type: kind ? null : fields.type,
      priority: priority ? null : fields.priority,
      dueTime: isMissing(fields.dueTime) || minutesOf(fields.dueTime) !== null ? null : fields.dueTime,
    }),
  }
}
