import { adminProcedure, router } from '#server/trpc/init.ts'
import { getDifference } from './difference.queries.ts'
import { explainDifference, reopenDifference } from './explain.service.ts'
import { listDifferences, listShadowDays } from './shadow.queries.ts'
import { differenceInput, explainInput, listDifferencesInput } from './shadow.schema.ts'

export const shadowRouter = router({
  days: adminProcedure.query(({ ctx }) => listShadowDays(ctx)),
  differences: adminProcedure.input(listDifferencesInput).query(({ ctx, input }) => listDifferences(ctx, input)),
  difference: adminProcedure.input(differenceInput).query(({ ctx, input }) => getDifference(ctx, input)),
  explain: adminProcedure.input(explainInput).mutation(({ ctx, input }) => explainDifference(ctx, input)),
  reopen: adminProcedure.input(differenceInput).mutation(({ ctx, input }) => reopenDifference(ctx, input)),
})
