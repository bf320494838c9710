import {
  removeAppointments,
  restoreAppointments,
  upsertAppointments,
} from '#server/domain/calendar/appointments/appointments.bulk.ts'
import { newId } from '#server/ids.ts'
import { type AppointmentRow, transformAppointment } from './appointments.transform.ts'
import { answersFor, inputsOf } from './asked.ts'
import { keepingOurs } from './keeping-ours.ts'
import type { Lane } from './lane.ts'

export const appointmentsLane: Lane<AppointmentRow> = keepingOurs('appointments', {
  stream: 'appointments',
  remove: removeAppointments,
  restore: restoreAppointments,
  transform: async () => transformAppointment,

  async write(tx, ready) {
    const asked = ready.flatMap(({ sourceId, targetId, needed, wanted, row: { hasContact, ...row } }) =>
      needed ? [{ sourceId, input: { ...row, id: targetId ?? newId(), ...peopleOf(hasContact, needed, wanted) } }] : [],
    )
    const written = await upsertAppointments(tx, inputsOf(asked))
    return answersFor(asked, written)
  },
})

const peopleOf = (hasContact: boolean, needed: string, wanted: string | null) =>
  hasContact ? { contactId: needed, ownerId: wanted } : { contactId: null, ownerId: needed }
