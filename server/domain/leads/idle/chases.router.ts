import { adminProcedure, memberProcedure, router } from '#server/trpc/init.ts'
import { leadInput } from '../inbox/leads.schema.ts'
import { bringBack } from './bring-back.service.ts'
import { getChaseSetting, getTakenBack, listChases } from './chase.queries.ts'
import * as schema from './chase.schema.ts'
import { changeChase } from './chase-setting.service.ts'

export const chasesRouter = router({
  ofLead: memberProcedure.input(leadInput).query(({ ctx, input }) => listChases(ctx, input)),
  takenBack: memberProcedure.input(schema.ownChaseInput).query(({ ctx, input }) => getTakenBack(ctx, input)),
  bringBack: memberProcedure.input(schema.bringBackInput).mutation(({ ctx, input }) => bringBack(ctx, input)),
  setting: adminProcedure.query(({ ctx }) => getChaseSetting(ctx)),
  change: adminProcedure.input(schema.chaseSchema).mutation(({ ctx, input }) => changeChase(ctx, input)),
})
