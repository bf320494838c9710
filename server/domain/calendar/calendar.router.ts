import { memberProcedure, router } from '#server/trpc/init.ts'
import * as appointments from './appointments/appointments.queries.ts'
import * as keeping from './appointments/appointments.service.ts'
import { listKeepers } from './calendar.people.ts'
import * as schema from './calendar.schema.ts'
import { listDay, listTasksOfContact } from './tasks/tasks.queries.ts'
import * as doing from './tasks/tasks.service.ts'

const member = memberProcedure

export const calendarRouter = router({
  day: member.input(schema.dayInput).query(({ ctx, input }) => listDay(ctx, input)),
  week: member.input(schema.weekInput).query(({ ctx, input }) => appointments.listWeek(ctx, input)),
  keepers: member.query(({ ctx }) => listKeepers(ctx)),
  tasksOfContact: member.input(schema.ofContactInput).query(({ ctx, input }) => listTasksOfContact(ctx, input)),
  appointmentsOfContact: member
    .input(schema.ofContactInput)
    .query(({ ctx, input }) => appointments.listAppointmentsOfContact(ctx, input)),

  addTask: member.input(schema.addTaskInput).mutation(({ ctx, input }) => doing.addTask(ctx, input)),
  editTask: member.input(schema.editTaskInput).mutation(({ ctx, input }) => doing.editTask(ctx, input)),
  setDone: member.input(schema.setDoneInput).mutation(({ ctx, input }) => doing.setDone(ctx, input)),
  rescheduleTask: member
    .input(schema.rescheduleTaskInput)
    .mutation(({ ctx, input }) => doing.rescheduleTask(ctx, input)),
  removeTask: member.input(schema.taskInput).mutation(({ ctx, input }) => doing.removeTask(ctx, input)),
  restoreTask: member.input(schema.taskInput).mutation(({ ctx, input }) => doing.restoreTask(ctx, input)),

  addAppointment: member
    .input(schema.addAppointmentInput)
    .mutation(({ ctx, input }) => keeping.addAppointment(ctx, input)),
  editAppointment: member
    .input(schema.editAppointmentInput)
    .mutation(({ ctx, input }) => keeping.editAppointment(ctx, input)),
  setStatus: member.input(schema.setStatusInput).mutation(({ ctx, input }) => keeping.setStatus(ctx, input)),
  rescheduleAppointment: member
    .input(schema.rescheduleAppointmentInput)
    .mutation(({ ctx, input }) => keeping.rescheduleAppointment(ctx, input)),
  removeAppointment: member
    .input(schema.appointmentInput)
    .mutation(({ ctx, input }) => keeping.removeAppointment(ctx, input)),
  restoreAppointment: member
    .input(schema.appointmentInput)
    .mutation(({ ctx, input }) => keeping.restoreAppointment(ctx, input)),
})
