import { adminProcedure, router } from '#server/trpc/init.ts'
import { getFeed, getStreams, getSyncOfRun } from './legacy.queries.ts'
import { listQuarantineInput, quarantinedInput, releaseBrakeInput, syncOfRunInput } from './legacy.schema.ts'
import { getQuarantined, listQuarantine } from './quarantine.queries.ts'
import { releaseBrake } from './sync/release-brake.ts'

export const legacyRouter = router({
  streams: adminProcedure.query(({ ctx }) => getStreams(ctx)),
  feed: adminProcedure.query(({ ctx }) => getFeed(ctx)),
  ofRun: adminProcedure.input(syncOfRunInput).query(({ ctx, input }) => getSyncOfRun(ctx, input)),
  quarantine: adminProcedure.input(listQuarantineInput).query(({ ctx, input }) => listQuarantine(ctx, input)),
  releaseBrake: adminProcedure.input(releaseBrakeInput).mutation(({ ctx, input }) => releaseBrake(ctx, input)),
  quarantined: adminProcedure.input(quarantinedInput).query(({ ctx, input }) => getQuarantined(ctx, input)),
})
