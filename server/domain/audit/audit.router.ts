import { jobNameOf } from '#server/domain/jobs/schedules.ts'
import { adminProcedure, router } from '#server/trpc/init.ts'
import { listDeeds } from './audit.queries.ts'
import { listDeedsInput } from './audit.schema.ts'

export const auditRouter = router({
  list: adminProcedure.input(listDeedsInput).query(({ ctx, input }) => listDeeds(ctx, input, jobNameOf)),
})
