import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import { type LeadFilters, toInput } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Answers = inferRouterOutputs<AppRouter>['leads']

export type Lead = Answers['list']['items'][number]
/** One lead with all that came. */
export type WholeLead = Answers['byId']
export type Decision = Answers['decisions'][number]
export type LeadOffers = Answers['offersOf']

export const leadPages = (trpc: Trpc, filters: LeadFilters) =>
  trpc.leads.list.infiniteQueryOptions(toInput(filters), { getNextPageParam: (page) => page.nextCursor })

export const leadsOfContact = (trpc: Trpc, contactId: string) => trpc.leads.ofContact.queryOptions({ contactId })
export const leadById = (trpc: Trpc, inquiryId: string) => trpc.leads.byId.queryOptions({ inquiryId })
export const decisionsOf = (trpc: Trpc, inquiryId: string) => trpc.leads.decisions.queryOptions({ inquiryId })
export const offersOf = (trpc: Trpc, inquiryId: string) => trpc.leads.offersOf.queryOptions({ inquiryId })
/** Leads that went to others, and why. */
export const elsewhere = (trpc: Trpc) => trpc.leads.elsewhere.queryOptions()
