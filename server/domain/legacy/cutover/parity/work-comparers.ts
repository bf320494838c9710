import { type AppointmentRow, transformAppointment } from '../../sync/appointments.transform.ts'
import { type ReadDeal, transformDeal } from '../../sync/deals.transform.ts'
import { type LeadRow, transformLead } from '../../sync/leads.transform.ts'
import { type NoteRow, transformNote } from '../../sync/notes.transform.ts'
import { type TaskRow, transformTask } from '../../sync/tasks.transform.ts'
import { appointmentsOnlyHere, dealsOnlyHere, notesOnlyHere, tasksOnlyHere } from './only-here.sql.ts'
import { type Comparer, sideOf } from './sides.ts'
import { milestonesSide, readAppointments, readDeals, readLeads, readNotes, readTasks } from './work-rows.sql.ts'

/** Whom a record names; who is not named there was chosen here, and has no other side. */
const named = (field: string, id: string | null) => (id === null ? {} : { [field]: id })

export const notes: Comparer<NoteRow> = {
  transform: async () => transformNote,
  theirs: ({ updatedAt: _at, ...told }, { needed, wanted }) => sideOf({ ...told, contactId: needed, authorId: wanted }),
  ours: readNotes,
  onlyHere: notesOnlyHere,
}

export const tasks: Comparer<TaskRow> = {
  transform: async () => transformTask,
  theirs: ({ updatedAt: _at, hasContact, ...told }, { needed, wanted }) =>
    sideOf({
      ...told,
      contactId: hasContact ? needed : null,
      ...named('assigneeId', hasContact ? wanted : needed),
    }),
  ours: readTasks,
  onlyHere: tasksOnlyHere,
}

export const appointments: Comparer<AppointmentRow> = {
  transform: async () => transformAppointment,
  theirs: ({ updatedAt: _at, hasContact, ...told }, { needed, wanted }) =>
    sideOf({ ...told, contactId: hasContact ? needed : null, ...named('ownerId', hasContact ? wanted : needed) }),
  ours: readAppointments,
  onlyHere: appointmentsOnlyHere,
}

export const deals: Comparer<ReadDeal> = {
  transform: async () => transformDeal,
  theirs: ({ updatedAt: _at, milestones, ...told }, { needed, wanted }) =>
    sideOf({ ...told, milestones: milestonesSide(milestones), contactId: needed, ...named('agentId', wanted) }),
  ours: readDeals,
  onlyHere: dealsOnlyHere,
}

export const leads: Comparer<LeadRow> = {
  transform: async () => transformLead,
  theirs: ({ receivedAt: _at, answeredAt: _answered, agentSourceId: _agent, email, ...told }, { needed, wanted }) =>
    sideOf({
      ...told,
      email: email?.toLowerCase() ?? null,
      ...named('contactId', needed),
      ...named('listingId', wanted),
    }),
  ours: readLeads,
  // Inquiries of our own pages belong here, and have no twin.
  onlyHere: async () => ({ count: 0, ids: [] }),
}
