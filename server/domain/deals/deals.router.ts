import { legacyDeals } from '#server/domain/legacy/reads/deals.reader.ts'
import { openReads } from '#server/domain/legacy/reads/open-reads.ts'
import { memberProcedure, router } from '#server/trpc/init.ts'
import { getDeal, listDeals, readBoard } from './deals.queries.ts'
import * as schema from './deals.schema.ts'
import { addDeal, editDeal, setMilestone } from './deals.service.ts'
import { moveDeal } from './moves.service.ts'

/** Deals know no old system; here they are handed the one that is read while they have not moved. */
const old = legacyDeals(openReads)

export const dealsRouter = router({
  list: memberProcedure.input(schema.listDealsInput).query(({ ctx, input }) => listDeals(ctx, input, old)),
  board: memberProcedure.input(schema.boardInput).query(({ ctx, input }) => readBoard(ctx, input, old)),
  byId: memberProcedure.input(schema.dealInput).query(({ ctx, input }) => getDeal(ctx, input, old)),
  add: memberProcedure.input(schema.addDealInput).mutation(({ ctx, input }) => addDeal(ctx, input)),
  edit: memberProcedure.input(schema.editDealInput).mutation(({ ctx, input }) => editDeal(ctx, input)),
  move: memberProcedure.input(schema.moveDealInput).mutation(({ ctx, input }) => moveDeal(ctx, input)),
  setMilestone: memberProcedure.input(schema.milestoneInput).mutation(({ ctx, input }) => setMilestone(ctx, input)),
})
