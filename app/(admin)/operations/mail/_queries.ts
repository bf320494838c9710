import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Outputs = inferRouterOutputs<AppRouter>

export type Deliverability = Outputs['mail']['deliverability']
export type MailDay = Deliverability['days'][number]

export const deliverability = (trpc: TRPCOptionsProxy<AppRouter>) => trpc.mail.deliverability.queryOptions()
