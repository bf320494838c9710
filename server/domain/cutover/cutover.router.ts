import { memberProcedure, router } from '#server/trpc/init.ts'
import { listMasters } from './cutover.queries.ts'

export const cutoverRouter = router({
  masters: memberProcedure.query(({ ctx }) => listMasters(ctx)),
})
