import { adminProcedure, router } from '#server/trpc/init.ts'
import { correctQuarantined, dropCorrection, listCorrections } from './corrections.service.ts'
import { acceptField, listNewFields } from './fields.service.ts'
import { getFeed, getStreams, getSyncOfRun } from './legacy.queries.ts'
import {
  correctInput,
  correctionInput,
  fieldInput,
  listQuarantineInput,
  quarantinedInput,
  releaseBrakeInput,
  syncOfRunInput,
} from './legacy.schema.ts'
import { getQuarantined, listQuarantine } from './quarantine.queries.ts'
import { releaseBrake } from './sync/release-brake.ts'

export const legacyRouter = router({
  streams: adminProcedure.query(({ ctx }) => getStreams(ctx)),
  feed: adminProcedure.query(({ ctx }) => getFeed(ctx)),
  ofRun: adminProcedure.input(syncOfRunInput).query(({ ctx, input }) => getSyncOfRun(ctx, input)),
  quarantine: adminProcedure.input(listQuarantineInput).query(({ ctx, input }) => listQuarantine(ctx, input)),
  corrections: adminProcedure.query(({ ctx }) => listCorrections(ctx)),
  correct: adminProcedure.input(correctInput).mutation(({ ctx, input }) => correctQuarantined(ctx, input)),
  dropCorrection: adminProcedure.input(correctionInput).mutation(({ ctx, input }) => dropCorrection(ctx, input)),
  newFields: adminProcedure.query(({ ctx }) => listNewFields(ctx)),
  acceptField: adminProcedure.input(fieldInput).mutation(({ ctx, input }) => acceptField(ctx, input)),
  releaseBrake: adminProcedure.input(releaseBrakeInput).mutation(({ ctx, input }) => releaseBrake(ctx, input)),
  quarantined: adminProcedure.input(quarantinedInput).query(({ ctx, input }) => getQuarantined(ctx, input)),
})
