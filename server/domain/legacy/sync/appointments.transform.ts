import { sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import type { AppointmentKind, AppointmentStatus } from '#server/generated/prisma/enums.ts'
import { dateOf } from './date.values.ts'
import { listingKeyOf } from './listing-key.ts'
import { positiveIntegerOf } from './number.values.ts'
import { forWhom } from './people.values.ts'
import { plainText, shortened } from './text.values.ts'
import { extraOf, isMissing, isRefusal, readableFields, refuse, type Transform } from './transform.ts'
import { appointmentKindOf, appointmentStatusOf, lineOf } from './words.values.ts'

export type AppointmentRow = {
  /** It is with a contact; without one it belongs to its agent alone. */
  hasContact: boolean
  /** The key under which the home is here, if it is. */
  listingKey: string | null
  title: string
  kind: AppointmentKind
  status: AppointmentStatus
  place: string | null
  details: string | null
  startsAt: Date
  endsAt: Date
  createdAt: Date
  updatedAt: Date
}

const KNOWN = [
  ...['contactId', 'agentId', 'listingId', 'title', 'type', 'status', 'start', 'end', 'minutes', 'location', 'notes'],
]
const LONGEST_LINE = 200
const LONGEST_DETAILS = 20_000
const MINUTE_MS = 60_000
/** How long a visit takes about which the old system says nothing. */
const USUAL_MINUTES = 60
const LONGEST_MINUTES = 60 * 24 * 30
const EPOCH = new Date(0)
const TITLES: Record<AppointmentKind, string> = {
  showing: 'Showing',
  listingPresentation: 'Listing presentation',
  openHouse: 'Open house',
  inspection: 'Inspection',
  closing: 'Closing',
  other: 'Appointment',
}

/** Its end, by the clock or by how long it takes. Null when what stands there can't be read. */
function endOf(startsAt: Date, { end, minutes }: Record<string, unknown>): Date | null {
  if (!isMissing(end)) return dateOf(end)
  const length = Math.min(positiveIntegerOf(minutes) ?? USUAL_MINUTES, LONGEST_MINUTES)
  return new Date(startsAt.getTime() + length * MINUTE_MS)
}

/** Appointments of the old system. What became of one is never guessed: a canceled visit must not look like one to come. */
export const transformAppointment: Transform<AppointmentRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  const people = forWhom(fields)
  if (isRefusal(people)) return people
  const startsAt = dateOf(fields.start)
  if (!startsAt) return refuse('invalid-date', 'start', fields.start)
  const endsAt = endOf(startsAt, fields)
  if (!endsAt) return refuse('invalid-date', 'end', fields.end)
  if (endsAt <= startsAt) return refuse('ends-before-start', 'end', fields.end)
  const status = isMissing(fields.status) ? 'scheduled' : appointmentStatusOf(fields.status)
  if (!status) return refuse('unknown-appointment-status', 'status', fields.status)
  const kind = appointmentKindOf(fields.type)
  const listingId = isMissing(fields.listingId) ? null : sourceIdOf(fields.listingId)
  const updatedAt = document.updatedAt ?? dateOf(fields.createdAt) ?? EPOCH
  return {
    row: {
      hasContact: people.needs.stream === 'contacts',
      listingKey: listingId && listingKeyOf(listingId),
      title: lineOf(fields.title, LONGEST_LINE) ?? TITLES[kind ?? 'other'],
      kind: kind ?? 'other',
      status,
      place: lineOf(fields.location, LONGEST_LINE),
      details: shortened(plainText(fields.notes), LONGEST_DETAILS).trim() || null,
      startsAt,
      endsAt,
      createdAt: dateOf(fields.createdAt) ?? updatedAt,
      updatedAt,
    },
    ...people,
    alsoWants: listingId ? [{ stream: 'listings', sourceId: listingId }] : [],
    extra: extraOf(fields, KNOWN, { type: kind ? null : fields.type, listingId: fields.listingId }),
  }
}
