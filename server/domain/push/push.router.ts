import { memberProcedure, router } from '#server/trpc/init.ts'
import * as schema from './push.schema.ts'
import { readPush, subscribe, unsubscribe } from './push.service.ts'

export const pushRouter = router({
  mine: memberProcedure.query(({ ctx }) => readPush(ctx)),
  subscribe: memberProcedure.input(schema.subscribeInput).mutation(({ ctx, input }) => subscribe(ctx, input)),
  unsubscribe: memberProcedure.input(schema.unsubscribeInput).mutation(({ ctx, input }) => unsubscribe(ctx, input)),
})
