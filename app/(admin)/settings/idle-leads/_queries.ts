import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

/** What the firm does with leads that nobody works. */
export const chaseSetting = (trpc: TRPCOptionsProxy<AppRouter>) => trpc.chases.setting.queryOptions()
