import { memberProcedure, router } from '#server/trpc/init.ts'
import { logTouchInput, touchInput } from './touches.schema.ts'
import { logTouch, removeTouch, restoreTouch } from './touches.service.ts'

export const touchesRouter = router({
  log: memberProcedure.input(logTouchInput).mutation(({ ctx, input }) => logTouch(ctx, input)),
  remove: memberProcedure.input(touchInput).mutation(({ ctx, input }) => removeTouch(ctx, input)),
  restore: memberProcedure.input(touchInput).mutation(({ ctx, input }) => restoreTouch(ctx, input)),
})
