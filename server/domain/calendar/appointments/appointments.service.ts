import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { contactTouched } from '#server/domain/contacts/touches/touches.events.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { announce } from '#server/outbox.ts'
import { requireKeeper } from '../calendar.people.ts'
import { removedAppointments, visibleAppointments } from '../calendar.policy.ts'
import type {
  AddAppointmentInput,
  EditAppointmentInput,
  RescheduleAppointmentInput,
  SetStatusInput,
} from '../calendar.schema.ts'
import { tellAppointments } from './appointments.facts.ts'

const seen = ({ actor }: Context, appointmentId: string): Prisma.AppointmentWhereInput => ({
  AND: [visibleAppointments(actor), { id: appointmentId }],
})

async function requireAppointment(tx: Db, ctx: Context, appointmentId: string) {
  const found = await tx.appointment.findFirst({ where: seen(ctx, appointmentId), select: { id: true } })
  if (!found) throw notFound('This appointment')
}

/** Keeps a time free, for the actor or for whom they name. Sent twice under one id, it is added once. */
export async function addAppointment(ctx: Context, input: AddAppointmentInput) {
  const { id, ownerId, contactId, listingId, ...appointment } = input
  return ctx.db.$transaction(async (tx) => {
    const keeper = await requireKeeper(tx, ctx, { keeperId: ownerId, contactId })
    if (listingId && !(await tx.listing.findUnique({ where: { id: listingId }, select: { id: true } }))) {
      throw notFound('This listing')
    }
    const at = ctx.now()
    const about = { ownerId: keeper, contactId: contactId ?? null, listingId: listingId ?? null }
    const data = [{ id, ...appointment, ...about, createdAt: at, updatedAt: at }]
    const { count } = await tx.appointment.createMany({ data, skipDuplicates: true })
    if (count === 0) await requireAppointment(tx, ctx, id)
    else if (contactId) await announce(tx, contactTouched({ contactId }))
    return { id }
  })
}

/** Changes an appointment, unless somebody else did since the form was opened. */
export async function editAppointment(ctx: Context, { appointmentId, basedOn, ...appointment }: EditAppointmentInput) {
  return ctx.db.$transaction(async (tx) => {
    await requireAppointment(tx, ctx, appointmentId)
    const { count } = await tx.appointment.updateMany({
      where: { AND: [seen(ctx, appointmentId), { version: basedOn }] },
      data: { ...appointment, updatedAt: ctx.now() },
    })
    if (count === 0) {
      throw new DomainError('CONFLICT', 'Somebody else changed this meanwhile. Open it again to see their change.')
    }
    await tellAppointments(tx, [appointmentId])
    return { id: appointmentId }
  })
}

async function change(ctx: Context, id: string, data: Prisma.AppointmentUncheckedUpdateManyInput) {
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.appointment.updateMany({
      where: seen(ctx, id),
      data: { ...data, updatedAt: ctx.now() },
    })
    if (count === 0) throw notFound('This appointment')
    await tellAppointments(tx, [id])
    return { id }
  })
}

/** Says what became of it: confirmed, kept, canceled, nobody came. */
export const setStatus = (ctx: Context, { appointmentId, status }: SetStatusInput) =>
  change(ctx, appointmentId, { status })

/** Moves it to another time. */
export const rescheduleAppointment = (ctx: Context, { appointmentId, ...span }: RescheduleAppointmentInput) =>
  change(ctx, appointmentId, span)

/** Takes it away; `restoreAppointment` is the undo. */
export const removeAppointment = (ctx: Context, { appointmentId }: { appointmentId: string }) =>
  change(ctx, appointmentId, { removedAt: ctx.now() })

export async function restoreAppointment(ctx: Context, { appointmentId }: { appointmentId: string }) {
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.appointment.updateMany({
      where: { AND: [removedAppointments(ctx.actor), { id: appointmentId }] },
      data: { removedAt: null, updatedAt: ctx.now() },
    })
    if (count === 0) throw notFound('This appointment')
    await tellAppointments(tx, [appointmentId])
    return { id: appointmentId }
  })
}
