import { orgRouter } from '#server/domain/org/org.router.ts'
import { createCallerFactory, router } from './init.ts'

export const appRouter = router({
  org: orgRouter,
})
export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
