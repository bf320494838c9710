import { adminProcedure, router } from '#server/trpc/init.ts'
import { getFeed, getStreams, getSyncOfRun } from './legacy.queries.ts'
import { listQuarantineInput, quarantinedInput, syncOfRunInput } from './legacy.schema.ts'
import { getQuarantined, listQuarantine } from './quarantine.queries.ts'

export const legacyRouter = router({
  streams: adminProcedure.query(({ ctx }) => getStreams(ctx)),
  feed: adminProcedure.query(({ ctx }) => getFeed(ctx)),
  ofRun: adminProcedure.input(syncOfRunInput).query(({ ctx, input }) => getSyncOfRun(ctx, input)),
  quarantine: adminProcedure.input(listQuarantineInput).query(({ ctx, input }) => listQuarantine(ctx, input)),
  quarantined: adminProcedure.input(quarantinedInput).query(({ ctx, input }) => getQuarantined(ctx, input)),
})
