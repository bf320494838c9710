import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import { type FairnessFilters, type ResponseFilters, toMonthInput, toResponseInput } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['reports']

export type Response = Outputs['response']
export type Speed = Response['all']
export type LeadRow = Outputs['responseLeads']['rows'][number]
export type EqualService = Outputs['equalService']
export type AreaService = EqualService['areas'][number]

/** One description for the page that prefetches and the part that reads, so their keys cannot drift apart. */
export const response = (trpc: Trpc, filters: ResponseFilters) =>
  trpc.reports.response.queryOptions(toResponseInput(filters))

/** The leads behind a bar or a line. */
export const responseLeads = (trpc: Trpc, filters: ResponseFilters) =>
  trpc.reports.responseLeads.queryOptions({
    ...toResponseInput(filters),
    ...(filters.bar ? { bar: filters.bar } : {}),
    ...(filters.key ? { key: filters.key } : {}),
  })

export const equalService = (trpc: Trpc, filters: FairnessFilters) =>
  trpc.reports.equalService.queryOptions(toMonthInput(filters))

export const areaLeads = (trpc: Trpc, filters: FairnessFilters, area: string) =>
  trpc.reports.areaLeads.queryOptions({ ...toMonthInput(filters), area })
