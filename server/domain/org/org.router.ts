import { memberProcedure, router } from '#server/trpc/init.ts'

export const orgRouter = router({
  me: memberProcedure.query(({ ctx }) => ctx.actor),
})
