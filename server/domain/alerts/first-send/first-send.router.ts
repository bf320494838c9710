import { memberProcedure, router } from '#server/trpc/init.ts'
import { countFirstSend } from './first-send.queries.ts'
import { countFirstSchema, reactivateSchema } from './first-send.schema.ts'
import { reactivateWithFirstSend } from './first-send.service.ts'

/** What an alert begins with: the homes that fit now, or silence. */
export const firstSendRouter = router({
  count: memberProcedure.input(countFirstSchema).query(({ ctx, input }) => countFirstSend(ctx, input)),
  reactivate: memberProcedure.input(reactivateSchema).mutation(({ ctx, input }) => reactivateWithFirstSend(ctx, input)),
})
