import {
  removeAppointments,
  restoreAppointments,
  upsertAppointments,
} from '#server/domain/calendar/appointments/appointments.bulk.ts'
import { newId } from '#server/ids.ts'
import { type AppointmentRow, transformAppointment } from './appointments.transform.ts'
import type { Lane } from './lane.ts'

export const appointmentsLane: Lane<AppointmentRow> = {
  stream: 'appointments',
  remove: removeAppointments,
  restore: restoreAppointments,
  transform: async () => transformAppointment,

  async write(tx, ready) {
    const asked = ready.flatMap(({ sourceId, targetId, needed, wanted, row: { hasContact, ...row } }) =>
      needed ? [{ sourceId, input: { ...row, id: targetId ?? newId(), ...peopleOf(hasContact, needed, wanted) } }] : [],
    )
    const written = await upsertAppointments(
      tx,
      asked.map(({ input }) => input),
    )
    const outcomes = new Map(written.map(({ id, outcome }) => [id, outcome]))
    return asked.map(({ sourceId, input: { id } }) => ({
      sourceId,
      targetId: id,
      outcome: outcomes.get(id) ?? 'unchanged',
    }))
  },
}

const peopleOf = (hasContact: boolean, needed: string, wanted: string | null) =>
  hasContact ? { contactId: needed, ownerId: wanted } : { contactId: null, ownerId: needed }
