import type { AppointmentKind, AppointmentStatus, TaskKind, TaskPriority } from '#server/generated/prisma/enums.ts'
import { plainText, shortened, textOf } from './text.values.ts'

/** One line of text, cut at `length` characters; null when nothing is left of it. */
export const lineOf = (value: unknown, length: number): string | null =>
  shortened(plainText(value).replace(/\s+/g, ' ').trim(), length).trim() || null

/** "Follow-up", "follow_up" and "FOLLOW UP" are one word. */
const plain = (value: unknown) => (textOf(value) ?? '').toLowerCase().replace(/[^a-z0-9!]+/g, '')

/** A reader of closed lists of words: null for a word that is not among them, and for none. */
const readerOf = <Word extends string>(spellings: Record<Word, readonly string[]>) => {
  const known = new Map<string, Word>()
  for (const word of keysOf(spellings)) for (const one of [word, ...spellings[word]]) known.set(plain(one), word)
  return (value: unknown): Word | null => known.get(plain(value)) ?? null
}

const isKeyOf = <Word extends string>(map: Record<Word, unknown>, key: string): key is Word => Object.hasOwn(map, key)
const keysOf = <Word extends string>(map: Record<Word, unknown>): Word[] =>
  Object.keys(map).filter((key) => isKeyOf(map, key))

export const taskKindOf = readerOf<TaskKind>({
  call: ['phone', 'phone call', 'call back', 'tel'],
  text: ['sms', 'text message'],
  email: ['mail', 'e-mail'],
  showing: ['show', 'tour'],
  followUp: ['fu', 'check in'],
  closing: ['close'],
  other: ['todo', 'to do', 'misc', 'task'],
})

export const priorityOf = readerOf<TaskPriority>({
  low: ['3', 'l'],
  normal: ['2', 'n', 'medium', 'med'],
  high: ['1', 'h', 'urgent', 'asap', '!', '!!!'],
})

export const appointmentKindOf = readerOf<AppointmentKind>({
  showing: ['show', 'tour', 'private showing'],
  listingPresentation: ['listing appt', 'listing appointment', 'lp', 'presentation'],
  openHouse: ['oh', 'open'],
  inspection: ['home inspection', 'insp'],
  closing: ['close', 'settlement'],
  other: ['misc', 'meeting', 'appt'],
})

export const appointmentStatusOf = readerOf<AppointmentStatus>({
  scheduled: ['sched', 'booked', 'new', 'pending'],
  confirmed: ['conf', 'ok', 'yes'],
  done: ['completed', 'complete', 'kept', 'held'],
  canceled: ['cancelled', 'cxl', 'cancel'],
  noShow: ['no show', 'ns', 'did not show'],
})
