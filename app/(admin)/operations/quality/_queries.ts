import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { Shown } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['quality']

export type Overview = Outputs['overview']
export type StreamScore = Overview['streams'][number]
export type RuleLine = Overview['rules'][number]
export type RuleDetail = Outputs['rule']
export type Issue = Outputs['issues']['items'][number]
export type IssueDetail = Outputs['issue']
export type Batch = Outputs['repairs'][number]

export const overview = (trpc: Trpc) => trpc.quality.overview.queryOptions()
export const rule = (trpc: Trpc, ruleKey: string) => trpc.quality.rule.queryOptions({ ruleKey })
export const issue = (trpc: Trpc, issueId: string) => trpc.quality.issue.queryOptions({ issueId })
export const repairs = (trpc: Trpc, ruleKey: string) => trpc.quality.repairs.queryOptions({ ruleKey })
export const assignees = (trpc: Trpc) => trpc.quality.assignees.queryOptions(undefined, { staleTime: 600_000 })

export const issuePages = (trpc: Trpc, ruleKey: string, shown: Shown) =>
  trpc.quality.issues.infiniteQueryOptions({ ruleKey, shown }, { getNextPageParam: (page) => page.nextCursor })
