import { memberProcedure, router } from '#server/trpc/init.ts'
import { setRecipientsSchema } from './recipients.schema.ts'
import { setRecipients } from './recipients.service.ts'

/** Who gets what a search finds besides its contact. */
export const recipientsRouter = router({
  set: memberProcedure.input(setRecipientsSchema).mutation(({ ctx, input }) => setRecipients(ctx, input)),
})
