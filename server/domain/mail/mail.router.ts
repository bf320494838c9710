import { adminProcedure, memberProcedure, router } from '#server/trpc/init.ts'
import { setBlocked } from './block.service.ts'
import { releaseBrake } from './brake/brake.service.ts'
import { getDeliverability, getStandstill } from './deliverability/deliverability.queries.ts'
import { getMail, listOutbox } from './mail.queries.ts'
import { listOutboxSchema, mailByIdSchema, setBlockedSchema } from './mail.schema.ts'
import { resendMail } from './mail.service.ts'

export const mailRouter = router({
  outbox: adminProcedure.input(listOutboxSchema).query(({ ctx, input }) => listOutbox(ctx, input)),
  byId: memberProcedure.input(mailByIdSchema).query(({ ctx, input }) => getMail(ctx, input)),
  resend: adminProcedure.input(mailByIdSchema).mutation(({ ctx, input }) => resendMail(ctx, input)),
  setBlocked: adminProcedure.input(setBlockedSchema).mutation(({ ctx, input }) => setBlocked(ctx, input)),
  deliverability: adminProcedure.query(({ ctx }) => getDeliverability(ctx)),
  standstill: memberProcedure.query(({ ctx }) => getStandstill(ctx)),
  releaseBrake: adminProcedure.mutation(({ ctx }) => releaseBrake(ctx)),
})
