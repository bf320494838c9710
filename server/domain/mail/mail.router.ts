import { adminProcedure, memberProcedure, router } from '#server/trpc/init.ts'
import { getMail, listOutbox } from './mail.queries.ts'
import { listOutboxSchema, mailByIdSchema } from './mail.schema.ts'
import { resendMail } from './mail.service.ts'

export const mailRouter = router({
  outbox: adminProcedure.input(listOutboxSchema).query(({ ctx, input }) => listOutbox(ctx, input)),
  byId: memberProcedure.input(mailByIdSchema).query(({ ctx, input }) => getMail(ctx, input)),
  resend: adminProcedure.input(mailByIdSchema).mutation(({ ctx, input }) => resendMail(ctx, input)),
})
