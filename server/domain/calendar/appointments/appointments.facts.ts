import type { Db } from '#server/db.ts'
import { forgetFacts, recordFacts } from '#server/domain/timeline/timeline.service.ts'

const keyOf = (appointmentId: string) => `appointment:${appointmentId}:kept`

/** Makes the timelines say which of these appointments were kept, and to which nobody came. */
export async function tellAppointments(tx: Db, appointmentIds: readonly string[]): Promise<void> {
  if (appointmentIds.length === 0) return
  const appointments = await tx.appointment.findMany({
    where: { id: { in: [...appointmentIds] }, removedAt: null, status: { in: ['done', 'noShow'] } },
    select: { id: true, contactId: true, title: true, status: true, startsAt: true },
  })
  await forgetFacts(tx, appointmentIds.map(keyOf))
  await recordFacts(
    tx,
    appointments.flatMap(({ id, contactId, title, status, startsAt }) =>
      contactId
        ? {
            contactId,
            kind: status === 'done' ? 'appointment.kept' : 'appointment.missed',
            summary: status === 'done' ? `Kept: ${title}` : `Did not come: ${title}`,
            refs: { appointmentId: id },
            occurredAt: startsAt,
            factKey: keyOf(id),
          }
        : [],
    ),
  )
}
