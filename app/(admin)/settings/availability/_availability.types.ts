import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/trpc/root.ts'

export type Availability = inferRouterOutputs<AppRouter>['availability']['mine']
export type Stretch = Availability['hours'][number]
