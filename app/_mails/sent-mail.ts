import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

export type SentMail = inferRouterOutputs<AppRouter>['mail']['byId']

/** A mail never changes once it has left. */
export const mailById = (trpc: TRPCOptionsProxy<AppRouter>, mailId: string) =>
  trpc.mail.byId.queryOptions({ mailId }, { staleTime: 300_000 })
