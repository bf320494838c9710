import { alertsRouter } from '#server/domain/alerts/alerts.router.ts'
import { mailRouter } from '#server/domain/mail/mail.router.ts'
import { orgRouter } from '#server/domain/org/org.router.ts'
import { createCallerFactory, router } from './init.ts'

export const appRouter = router({
  alerts: alertsRouter,
  mail: mailRouter,
  org: orgRouter,
})
export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
