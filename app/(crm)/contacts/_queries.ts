import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { ContactFilters } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>

export type ContactPage = Outputs['contacts']['list']
export type ContactItem = ContactPage['items'][number]
export type ContactDetail = Outputs['contacts']['byId']
export type Fact = Outputs['contacts']['timeline']['items'][number]
export type Note = Outputs['notes']['list']['items'][number]
export type HomeShown = Outputs['alerts']['homesShown'][number]

/** One description for the page that prefetches and the component that reads, so their keys cannot drift apart. */
export const contactPages = (trpc: Trpc, filters: ContactFilters) =>
  trpc.contacts.list.infiniteQueryOptions(filters, { getNextPageParam: (page) => page.nextCursor })

export const contactById = (trpc: Trpc, contactId: string) => trpc.contacts.byId.queryOptions({ contactId })

export const timelinePages = (trpc: Trpc, contactId: string) =>
  trpc.contacts.timeline.infiniteQueryOptions({ contactId }, { getNextPageParam: (page) => page.nextCursor })

/** What was written down about a contact. */
export const notesOf = (trpc: Trpc, contactId: string) =>
  trpc.notes.list.infiniteQueryOptions({ contactId }, { getNextPageParam: (page) => page.nextCursor })

export const homesShown = (trpc: Trpc, contactId: string) => trpc.alerts.homesShown.queryOptions({ contactId })

/** What happened with their alerts over a quarter of a year. */
export const lanesOf = (trpc: Trpc, contactId: string) => trpc.alerts.lanes.queryOptions({ contactId })

export const verdictsOf = (trpc: Trpc, contactId: string) => trpc.portal.verdictsOf.queryOptions({ contactId })

/** The agents whose contacts one sees; they change rarely. */
export const agentsToPick = (trpc: Trpc) => trpc.org.agents.queryOptions(undefined, { staleTime: 600_000 })
