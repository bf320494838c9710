import { adminProcedure, memberProcedure, router } from '#server/trpc/init.ts'
import { listSourceNames, listSources } from './sources.queries.ts'
import * as schema from './sources.schema.ts'
import * as service from './sources.service.ts'

/** Where leads come from. */
export const sourcesRouter = router({
  list: adminProcedure.query(({ ctx }) => listSources(ctx)),
  names: memberProcedure.query(({ ctx }) => listSourceNames(ctx)),
  add: adminProcedure.input(schema.addSourceInput).mutation(({ ctx, input }) => service.addSource(ctx, input)),
  change: adminProcedure.input(schema.changeSourceInput).mutation(({ ctx, input }) => service.changeSource(ctx, input)),
  setActive: adminProcedure.input(schema.setActiveInput).mutation(({ ctx, input }) => service.setActive(ctx, input)),
  changeSecret: adminProcedure
    .input(schema.sourceIdInput)
    .mutation(({ ctx, input }) => service.changeSecret(ctx, input)),
  tryOut: adminProcedure.input(schema.tryOutInput).query(({ ctx, input }) => service.tryOut(ctx, input)),
})
