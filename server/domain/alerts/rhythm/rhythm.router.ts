import { memberProcedure, router } from '#server/trpc/init.ts'
import { listApprovals } from './approvals.queries.ts'
import { approveSchema, holdSchema, listApprovalsSchema, setRhythmSchema } from './rhythm.schema.ts'
import { approveHold, setRhythm, skipHold, undecideHold } from './rhythm.service.ts'

/** How often searches write, and what waits for an agent's word before they do. */
export const rhythmRouter = router({
  set: memberProcedure.input(setRhythmSchema).mutation(({ ctx, input }) => setRhythm(ctx, input)),
  approvals: memberProcedure.input(listApprovalsSchema).query(({ ctx, input }) => listApprovals(ctx, input)),
  approve: memberProcedure.input(approveSchema).mutation(({ ctx, input }) => approveHold(ctx, input)),
  skip: memberProcedure.input(holdSchema).mutation(({ ctx, input }) => skipHold(ctx, input)),
  undecide: memberProcedure.input(holdSchema).mutation(({ ctx, input }) => undecideHold(ctx, input)),
})
