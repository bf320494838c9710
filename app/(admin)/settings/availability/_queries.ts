import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>

export const myAvailability = (trpc: Trpc) => trpc.availability.mine.queryOptions()
export const coverageOf = (trpc: Trpc, personId: string) => trpc.availability.coverage.queryOptions({ personId })
export const pausablePeople = (trpc: Trpc) => trpc.availability.people.queryOptions()
