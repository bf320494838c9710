import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/trpc/root.ts'

type Org = inferRouterOutputs<AppRouter>['org']
export type PersonView = Org['people']['people'][number]
export type OfficeView = Org['offices'][number]
export type TeamView = Org['teams'][number]
