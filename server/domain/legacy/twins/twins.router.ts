import { memberProcedure, router } from '#server/trpc/init.ts'
import { findByTwin, getTwin } from './twins.queries.ts'
import { recordInput, twinInput } from './twins.schema.ts'
import { enterOldSystem } from './twins.service.ts'

export const twinsRouter = router({
  of: memberProcedure.input(recordInput).query(({ ctx, input }) => getTwin(ctx, input)),
  find: memberProcedure.input(twinInput).query(({ ctx, input }) => findByTwin(ctx, input)),
  enter: memberProcedure.input(recordInput).mutation(({ ctx, input }) => enterOldSystem(ctx, input)),
})
