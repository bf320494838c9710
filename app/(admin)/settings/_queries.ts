import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>

/** One description for the page that prefetches and the part that reads, so their keys cannot drift apart. */
export const me = (trpc: Trpc) => trpc.org.me.queryOptions()
export const offices = (trpc: Trpc) => trpc.org.offices.queryOptions()
export const teams = (trpc: Trpc) => trpc.org.teams.queryOptions()
export const agents = (trpc: Trpc) => trpc.org.agents.queryOptions()
/** Owners and admins only. */
export const defaultPerson = (trpc: Trpc) => trpc.leads.defaultPerson.queryOptions()
/** This installation's key for notifications, and one's devices. */
export const devicePush = (trpc: Trpc) => trpc.push.mine.queryOptions()
export const bookSize = (trpc: Trpc, personId: string) => trpc.org.bookSize.queryOptions({ personId })

export type PeopleFilters = { search?: string; officeId?: string; withRemoved?: boolean }
export const people = (trpc: Trpc, filters: PeopleFilters) =>
  trpc.org.people.infiniteQueryOptions(filters, { getNextPageParam: (page) => page.nextCursor })
