import { memberProcedure, router } from '#server/trpc/init.ts'
import { listCandidates } from './candidates.queries.ts'
import * as schema from './reroute.schema.ts'
import { planReroute, reroute } from './reroute.service.ts'
import { undoReroute } from './undo.service.ts'

export const rerouteRouter = router({
  candidates: memberProcedure.input(schema.candidatesInput).query(({ ctx, input }) => listCandidates(ctx, input)),
  plan: memberProcedure.input(schema.planInput).mutation(({ ctx, input }) => planReroute(ctx, input)),
  go: memberProcedure.input(schema.rerouteInput).mutation(({ ctx, input }) => reroute(ctx, input)),
  undo: memberProcedure.input(schema.undoInput).mutation(({ ctx, input }) => undoReroute(ctx, input)),
})
