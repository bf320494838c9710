import type { Metadata } from 'next'
import { Suspense } from 'react'
import { found } from '../../../../_trpc/found.ts'
import { getQueryClient, Hydrate, trpc } from '../../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { RulePage } from '../_components/rule-page.tsx'
import { readShown } from '../_filters.ts'
import { issuePages, repairs, rule } from '../_queries.ts'

export const metadata: Metadata = { title: 'Data quality' }

type Props = {
  params: Promise<{ ruleKey: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function QualityRulePage({ params, searchParams }: Props) {
  const ruleKey = decodeURIComponent((await params).ruleKey)
  const { shown } = await searchParams
  const queryClient = getQueryClient()
  await found(queryClient.fetchQuery(rule(trpc, ruleKey)))
  void queryClient.prefetchInfiniteQuery(issuePages(trpc, ruleKey, readShown(typeof shown === 'string' ? shown : null)))
  void queryClient.prefetchQuery(repairs(trpc, ruleKey))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={8} label="Loading what the rule has found" />}>
        <RulePage ruleKey={ruleKey} />
      </Suspense>
    </Hydrate>
  )
}
