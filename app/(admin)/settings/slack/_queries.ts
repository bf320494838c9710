import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

export type SlackOverview = inferRouterOutputs<AppRouter>['slack']['overview']

export const slackOverview = (trpc: TRPCOptionsProxy<AppRouter>) => trpc.slack.overview.queryOptions()
