import { adminProcedure, memberProcedure, router } from '#server/trpc/init.ts'
import * as my from './my-offers.service.ts'
import * as schema from './offers.schema.ts'
import { listPonds } from './ponds.queries.ts'
import { createPond, removePond, renamePond, takeFromPond } from './ponds.service.ts'

export const offersRouter = router({
  mine: memberProcedure.query(({ ctx }) => my.listOffers(ctx)),
  byId: memberProcedure.input(schema.offerInput).query(({ ctx, input }) => my.getOffer(ctx, input)),
  see: memberProcedure.input(schema.answerInput).mutation(({ ctx, input }) => my.seeMine(ctx, input)),
  claim: memberProcedure.input(schema.answerInput).mutation(({ ctx, input }) => my.claimMine(ctx, input)),
  pass: memberProcedure.input(schema.passInput).mutation(({ ctx, input }) => my.passMine(ctx, input)),
  needTenMinutes: memberProcedure.input(schema.answerInput).mutation(({ ctx, input }) => my.askForTime(ctx, input)),
  handBack: memberProcedure.input(schema.answerInput).mutation(({ ctx, input }) => my.giveBack(ctx, input)),
  ponds: memberProcedure.input(schema.pondsInput).query(({ ctx, input }) => listPonds(ctx, input)),
  takeFromPond: memberProcedure.input(schema.takeFromPondInput).mutation(({ ctx, input }) => takeFromPond(ctx, input)),
  createPond: adminProcedure.input(schema.createPondInput).mutation(({ ctx, input }) => createPond(ctx, input)),
  renamePond: adminProcedure.input(schema.changePondInput).mutation(({ ctx, input }) => renamePond(ctx, input)),
  removePond: adminProcedure.input(schema.removePondInput).mutation(({ ctx, input }) => removePond(ctx, input)),
})
