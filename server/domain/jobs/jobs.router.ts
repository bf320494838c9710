import { adminProcedure, router } from '#server/trpc/init.ts'
import { getHouse } from './house.queries.ts'
import { getOverview, getPulse, getRun, listIncidents } from './jobs.queries.ts'
import { runInput, scheduleInput } from './jobs.schema.ts'
import { pauseJob, resumeJob, retryRun, runJobNow } from './jobs.service.ts'
import { getYear } from './year.queries.ts'

export const jobsRouter = router({
  overview: adminProcedure.query(({ ctx }) => getOverview(ctx)),
  pulse: adminProcedure.query(({ ctx }) => getPulse(ctx)),
  incidents: adminProcedure.query(({ ctx }) => listIncidents(ctx)),
  house: adminProcedure.query(({ ctx }) => getHouse(ctx)),
  year: adminProcedure.query(({ ctx }) => getYear(ctx)),
  run: adminProcedure.input(runInput).query(({ ctx, input }) => getRun(ctx, input)),
  runNow: adminProcedure.input(scheduleInput).mutation(({ ctx, input }) => runJobNow(ctx, input)),
  retry: adminProcedure.input(runInput).mutation(({ ctx, input }) => retryRun(ctx, input)),
  pause: adminProcedure.input(scheduleInput).mutation(({ ctx, input }) => pauseJob(ctx, input)),
  resume: adminProcedure.input(scheduleInput).mutation(({ ctx, input }) => resumeJob(ctx, input)),
})
