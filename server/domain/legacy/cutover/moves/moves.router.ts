import { adminProcedure, router } from '#server/trpc/init.ts'
import { requestRehearsal } from '../rehearsal/rehearse.ts'
import { listFields, listMismatches, listMoves, listSwitches } from './moves.queries.ts'
import { featureInput, mismatchesInput, switchInput } from './moves.schema.ts'
import { switchFeature } from './moves.service.ts'

export const movesRouter = router({
  list: adminProcedure.query(({ ctx }) => listMoves(ctx)),
  switches: adminProcedure.input(featureInput).query(({ ctx, input }) => listSwitches(ctx, input)),
  mismatches: adminProcedure.input(mismatchesInput).query(({ ctx, input }) => listMismatches(ctx, input)),
  fields: adminProcedure.input(featureInput).query(({ ctx, input }) => listFields(ctx, input)),
  rehearse: adminProcedure.input(featureInput).mutation(({ ctx, input }) => requestRehearsal(ctx, input)),
  switch: adminProcedure.input(switchInput).mutation(({ ctx, input }) => switchFeature(ctx, input)),
})
