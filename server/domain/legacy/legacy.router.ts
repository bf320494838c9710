import { adminProcedure, router } from '#server/trpc/init.ts'
import { getStreams, getSyncOfRun, listQuarantine } from './legacy.queries.ts'
import { listQuarantineInput, syncOfRunInput } from './legacy.schema.ts'

export const legacyRouter = router({
  streams: adminProcedure.query(({ ctx }) => getStreams(ctx)),
  ofRun: adminProcedure.input(syncOfRunInput).query(({ ctx, input }) => getSyncOfRun(ctx, input)),
  quarantine: adminProcedure.input(listQuarantineInput).query(({ ctx, input }) => listQuarantine(ctx, input)),
})
