import type { Context } from '#server/context.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { namesOf } from '../calendar.names.ts'
import { requireContact, zoneOf } from '../calendar.people.ts'
import { ownDays, visibleAppointments } from '../calendar.policy.ts'
import type { WeekInput } from '../calendar.schema.ts'
import { dayIn, daysAfter, momentIn } from '../days.words.ts'

const MOST = 400
const OF_CONTACT = 10
const columns = {
  ...{ id: true, title: true, kind: true, status: true, place: true, details: true, startsAt: true, endsAt: true },
  ...{ version: true, contactId: true },
  owner: { select: { id: true, fullName: true } },
  listing: { select: { id: true, streetAddress: true, city: true } },
} satisfies Prisma.AppointmentSelect
type Row = Prisma.AppointmentGetPayload<{ select: typeof columns }>

const BY_TIME: Prisma.AppointmentOrderByWithRelationInput[] = [{ startsAt: 'asc' }, { id: 'asc' }]

async function toItems({ db, actor }: Context, timeZone: string, rows: Row[]) {
  const names = await namesOf(db, actor, rows)
  return rows.map(({ contactId, ...appointment }) => ({
    ...appointment,
    day: dayIn(timeZone, appointment.startsAt),
    contact: (contactId && names.get(contactId)) || null,
  }))
}

/** The days asked for, from today on where none is named, with what stands on them. */
export async function listWeek(ctx: Context, { who, from, days }: WeekInput) {
  const { db, actor, now } = ctx
  const timeZone = await zoneOf(ctx)
  const today = dayIn(timeZone, now())
  const first = from ?? today
  const shown = Array.from({ length: days }, (_, index) => daysAfter(first, index))
  const keptBy: Prisma.AppointmentWhereInput =
    who === 'all' ? {} : { ownerId: who === 'me' ? { in: ownDays(actor) } : who }
  const within = {
    startsAt: { lt: momentIn(timeZone, daysAfter(first, days)) },
    endsAt: { gt: momentIn(timeZone, first) },
  }
  const rows = await db.appointment.findMany({
    where: { AND: [visibleAppointments(actor), keptBy, within] },
    select: columns,
    orderBy: BY_TIME,
    take: MOST,
  })
  return { today, timeZone, days: shown, items: await toItems(ctx, timeZone, rows) }
}

/** Appointments with a contact: those to come, and the last ones that are over. */
export async function listAppointmentsOfContact(ctx: Context, { contactId }: { contactId: string }) {
  const { db, actor, now } = ctx
  await requireContact(db, ctx, contactId)
  const timeZone = await zoneOf(ctx)
  const about: Prisma.AppointmentWhereInput = { AND: [visibleAppointments(actor), { contactId }] }
  const [ahead, over] = await Promise.all([
    db.appointment.findMany({
      where: { AND: [about, { endsAt: { gte: now() } }] },
      select: columns,
      orderBy: BY_TIME,
      take: OF_CONTACT,
    }),
    db.appointment.findMany({
      where: { AND: [about, { endsAt: { lt: now() } }] },
      select: columns,
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: OF_CONTACT,
    }),
  ])
  return { timeZone, ahead: await toItems(ctx, timeZone, ahead), over: await toItems(ctx, timeZone, over) }
}
