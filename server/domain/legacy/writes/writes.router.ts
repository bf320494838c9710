import { adminProcedure, router } from '#server/trpc/init.ts'
import { getGap, getThroughput, listConflicts } from './writes.queries.ts'
import { conflictInput, listConflictsInput, retryInput } from './writes.schema.ts'
import { retryWrites, takeOtherSide } from './writes.service.ts'

export const legacyWritesRouter = router({
  gap: adminProcedure.query(({ ctx }) => getGap(ctx)),
  throughput: adminProcedure.query(({ ctx }) => getThroughput(ctx)),
  conflicts: adminProcedure.input(listConflictsInput).query(({ ctx, input }) => listConflicts(ctx, input)),
  retry: adminProcedure.input(retryInput).mutation(({ ctx, input }) => retryWrites(ctx, input)),
  takeOther: adminProcedure.input(conflictInput).mutation(({ ctx, input }) => takeOtherSide(ctx, input)),
})
