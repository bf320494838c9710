import { adminProcedure, memberProcedure, router } from '#server/trpc/init.ts'
import { getWaiting, listWaiting } from './arrivals.queries.ts'
import * as schema from './arrivals.schema.ts'
import { discardArrival, makeLeadOf, releaseArrival, restoreArrival } from './arrivals.service.ts'
import { addByHand } from './by-hand.service.ts'

/** What came in by the doors and waits for a human, which belongs to no agent yet; and leads that are written down by hand. */
export const arrivalsRouter = router({
  waiting: adminProcedure.input(schema.listWaitingInput).query(({ ctx, input }) => listWaiting(ctx, input)),
  one: adminProcedure.input(schema.arrivalInput).query(({ ctx, input }) => getWaiting(ctx, input)),
  release: adminProcedure.input(schema.arrivalInput).mutation(({ ctx, input }) => releaseArrival(ctx, input)),
  makeLead: adminProcedure.input(schema.makeLeadInput).mutation(({ ctx, input }) => makeLeadOf(ctx, input)),
  discard: adminProcedure.input(schema.arrivalInput).mutation(({ ctx, input }) => discardArrival(ctx, input)),
  restore: adminProcedure.input(schema.arrivalInput).mutation(({ ctx, input }) => restoreArrival(ctx, input)),
  add: memberProcedure.input(schema.addByHandInput).mutation(({ ctx, input }) => addByHand(ctx, input)),
})
