import { memberProcedure, router } from '#server/trpc/init.ts'
import { listPeople, readCoverage, readMine, readStanding } from './availability.queries.ts'
import * as schema from './availability.schema.ts'
import * as service from './availability.service.ts'

export const availabilityRouter = router({
  standing: memberProcedure.query(({ ctx }) => readStanding(ctx)),
  mine: memberProcedure.query(({ ctx }) => readMine(ctx)),
  people: memberProcedure.query(({ ctx }) => listPeople(ctx)),
  setAway: memberProcedure.input(schema.setAwayInput).mutation(({ ctx, input }) => service.setAway(ctx, input)),
  setAvailable: memberProcedure.mutation(({ ctx }) => service.setAvailable(ctx)),
  setHours: memberProcedure.input(schema.setHoursInput).mutation(({ ctx, input }) => service.setHours(ctx, input)),
  setLimits: memberProcedure.input(schema.setLimitsInput).mutation(({ ctx, input }) => service.setLimits(ctx, input)),
  coverage: memberProcedure.input(schema.personInput).query(({ ctx, input }) => readCoverage(ctx, input)),
  setCoverage: memberProcedure
    .input(schema.setCoverageInput)
    .mutation(({ ctx, input }) => service.setCoverage(ctx, input)),
  addVacation: memberProcedure
    .input(schema.addVacationInput)
    .mutation(({ ctx, input }) => service.addVacation(ctx, input)),
  removeVacation: memberProcedure
    .input(schema.removeVacationInput)
    .mutation(({ ctx, input }) => service.removeVacation(ctx, input)),
  pause: memberProcedure.input(schema.pauseInput).mutation(({ ctx, input }) => service.pause(ctx, input)),
  resume: memberProcedure.input(schema.personInput).mutation(({ ctx, input }) => service.resume(ctx, input)),
})
