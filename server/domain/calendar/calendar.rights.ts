import { aContact } from '#server/testing/factories.ts'
import { type Book, defineRights, followsAgent } from '#server/testing/rights.ts'

/** What the agent has to do and when they meet whom; of each one that was removed. */
async function seed({ db, agent, marker }: Book) {
  const [at, end] = [new Date(), new Date(Date.now() + 3_600_000)]
  const contact = await aContact(agent, { fullName: `${marker} ${crypto.randomUUID()}` }, db)
  const task = { contactId: contact.id, assigneeId: agent.id, title: marker, details: marker }
  const meeting = { contactId: contact.id, ownerId: agent.id, title: marker, place: marker, startsAt: at, endsAt: end }
  const open = await db.task.create({ data: { ...task, dueOn: at } })
  const gone = await db.task.create({ data: { ...task, removedAt: at } })
  const kept = await db.appointment.create({ data: meeting })
  const off = await db.appointment.create({ data: { ...meeting, removedAt: at } })
  return {
    ...{ contactId: contact.id, agentId: agent.id, taskId: open.id, goneTaskId: gone.id },
    ...{ appointmentId: kept.id, goneAppointmentId: off.id, span: { startsAt: at, endsAt: end } },
  }
}
type Rows = Awaited<ReturnType<typeof seed>>

const REFUSED = { allowed: followsAgent, otherwise: 'refused' } as const
const HIDDEN = { allowed: followsAgent, otherwise: 'hidden' } as const
const title = 'Something else'

export default defineRights<Rows>({
  seed,
  members: {
    'calendar.day': { input: ({ agentId }) => ({ who: agentId }), ...HIDDEN },
    'calendar.week': { input: ({ agentId }) => ({ who: agentId }), ...HIDDEN },
    'calendar.keepers': { allowed: followsAgent, otherwise: 'own' },
    'calendar.tasksOfContact': { input: ({ contactId }) => ({ contactId }), ...REFUSED },
    'calendar.appointmentsOfContact': { input: ({ contactId }) => ({ contactId }), ...REFUSED },
    'calendar.addTask': {
      input: ({ contactId, agentId }) => ({ id: crypto.randomUUID(), contactId, assigneeId: agentId, title }),
      ...REFUSED,
    },
    'calendar.editTask': { input: ({ taskId }) => ({ taskId, basedOn: 1, title }), ...REFUSED },
    'calendar.setDone': { input: ({ taskId }) => ({ taskId, done: true }), ...REFUSED },
    'calendar.rescheduleTask': { input: ({ taskId }) => ({ taskId, due: { on: '2026-12-24' } }), ...REFUSED },
    'calendar.removeTask': { input: ({ taskId }) => ({ taskId }), ...REFUSED },
    'calendar.restoreTask': { input: ({ goneTaskId }) => ({ taskId: goneTaskId }), ...REFUSED },
    'calendar.addAppointment': {
      input: ({ contactId, agentId, span }) => ({
        ...{ id: crypto.randomUUID(), contactId, ownerId: agentId, title, ...span },
      }),
      ...REFUSED,
    },
    'calendar.editAppointment': {
      input: ({ appointmentId, span }) => ({ appointmentId, basedOn: 1, title, ...span }),
      ...REFUSED,
    },
    'calendar.setStatus': { input: ({ appointmentId }) => ({ appointmentId, status: 'done' }), ...REFUSED },
    'calendar.rescheduleAppointment': {
      input: ({ appointmentId, span }) => ({ appointmentId, ...span, endsAt: new Date(span.endsAt.getTime() + 1) }),
      ...REFUSED,
    },
    'calendar.removeAppointment': { input: ({ appointmentId }) => ({ appointmentId }), ...REFUSED },
    'calendar.restoreAppointment': {
      input: ({ goneAppointmentId }) => ({ appointmentId: goneAppointmentId }),
      ...REFUSED,
    },
  },
})
