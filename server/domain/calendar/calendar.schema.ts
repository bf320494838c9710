import { z } from 'zod'
import { APPOINTMENT_KINDS, APPOINTMENT_STATUSES, TASK_KINDS, TASK_PRIORITIES } from './calendar.words.ts'

const noNul = (text: string) => !text.includes('\u0000') && text.isWellFormed()
const line = z
  .string()
  .trim()
  .max(200, 'At most 200 characters.')
  .refine((text) => !/\p{Cc}/u.test(text) && noNul(text), 'Keep it on one line.')
const title = line.min(1, 'Say in a few words what it is.')
const details = z
  .string()
  .trim()
  .max(20_000, 'At most 20,000 characters.')
  .refine(noNul)
  .nullish()
  .transform((text) => text || null)
const isDay = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
const day = z
  .string()
  .regex(/^(19|20|21)\d\d-\d\d-\d\d$/)
  .refine(isDay, 'There is no such day.')
const moment = z.date().min(new Date('1900-01-01')).max(new Date('2200-01-01'))
const version = z.int().min(1).max(2_147_483_647)
/** Chosen by whoever asks: the same one sent twice adds one. */
const id = z.uuid()
/** A day, and minutes after midnight where it matters when. */
const due = z.object({ on: day, minutes: z.int().min(0).max(1_439).nullish() }).nullable()

const task = {
  title,
  details,
  kind: z.enum(TASK_KINDS).default('other'),
  priority: z.enum(TASK_PRIORITIES).default('normal'),
  due: due.default(null),
}
/** Mine, of all whose days I may look at, or one person's. */
const who = z.union([z.literal('me'), z.literal('all'), z.uuid()]).default('me')

export const dayInput = z.object({ who })
export const ofContactInput = z.object({ contactId: z.uuid() })
export const addTaskInput = z.object({ id, contactId: z.uuid().optional(), assigneeId: z.uuid().optional(), ...task })
export const editTaskInput = z.object({ taskId: id, basedOn: version, assigneeId: z.uuid().optional(), ...task })
export const taskInput = z.object({ taskId: id })
export const setDoneInput = z.object({ taskId: id, done: z.boolean() })
export const rescheduleTaskInput = z.object({ taskId: id, due })

const appointment = {
  title,
  details,
  kind: z.enum(APPOINTMENT_KINDS).default('other'),
  place: line.nullish().transform((text) => text || null),
  startsAt: moment,
  endsAt: moment,
}
type Span = { startsAt: Date; endsAt: Date }
const endsAfter = ({ startsAt, endsAt }: Span) => endsAt > startsAt
const ENDS_AFTER = { message: 'It has to end after it starts.', path: ['endsAt'] }

export const weekInput = z.object({ who, from: day.optional(), days: z.int().min(1).max(42).default(7) })
export const addAppointmentInput = z
  .object({
    ...{ id, ownerId: z.uuid().optional(), contactId: z.uuid().optional(), listingId: z.uuid().optional() },
    ...appointment,
  })
  .refine(endsAfter, ENDS_AFTER)
export const editAppointmentInput = z
  .object({ appointmentId: id, basedOn: version, ...appointment })
  .refine(endsAfter, ENDS_AFTER)
export const setStatusInput = z.object({ appointmentId: id, status: z.enum(APPOINTMENT_STATUSES) })
export const rescheduleAppointmentInput = z
  .object({ appointmentId: id, startsAt: moment, endsAt: moment })
  .refine(endsAfter, ENDS_AFTER)
export const appointmentInput = z.object({ appointmentId: id })

export type DayInput = z.output<typeof dayInput>
export type Who = DayInput['who']
export type Due = z.output<typeof due>
export type AddTaskInput = z.output<typeof addTaskInput>
export type EditTaskInput = z.output<typeof editTaskInput>
export type WeekInput = z.output<typeof weekInput>
export type AddAppointmentInput = z.output<typeof addAppointmentInput>
export type EditAppointmentInput = z.output<typeof editAppointmentInput>
export type SetStatusInput = z.output<typeof setStatusInput>
export type RescheduleAppointmentInput = z.output<typeof rescheduleAppointmentInput>
