import { memberProcedure, router } from '#server/trpc/init.ts'
import { findAnything } from './find.queries.ts'
import { findAnythingInput } from './find.schema.ts'

export const findRouter = router({
  anything: memberProcedure.input(findAnythingInput).query(({ ctx, input }) => findAnything(ctx, input)),
})
