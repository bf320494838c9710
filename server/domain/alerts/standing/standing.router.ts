import { memberProcedure, publicProcedure, router } from '#server/trpc/init.ts'
import { answerStillWanted, keepSearch, noteLife, unkeepSearch } from './keep.service.ts'
import { getAsked, listWarned, relaxWarned } from './standing.queries.ts'
import * as schema from './standing.schema.ts'

/** Searches that need a look, and what their agents and their people say to it. */
export const standingRouter = router({
  warned: memberProcedure.input(schema.listWarnedSchema).query(({ ctx, input }) => listWarned(ctx, input)),
  relax: memberProcedure.input(schema.relaxWarnedSchema).query(({ ctx, input }) => relaxWarned(ctx, input)),
  keep: memberProcedure.input(schema.warningSchema).mutation(({ ctx, input }) => keepSearch(ctx, input)),
  unkeep: memberProcedure.input(schema.warningSchema).mutation(({ ctx, input }) => unkeepSearch(ctx, input)),
  asked: publicProcedure.input(schema.tokenSchema).query(({ ctx, input }) => getAsked(ctx, input)),
  answer: publicProcedure.input(schema.answerSchema).mutation(({ ctx, input }) => answerStillWanted(ctx, input)),
  noteLife: publicProcedure.input(schema.tokenSchema).mutation(({ ctx, input }) => noteLife(ctx, input)),
})
