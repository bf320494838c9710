import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { entriesOf } from '../../_lists/list-url.ts'
import { readResponse } from '../_filters.ts'
import { response } from '../_queries.ts'
import { ResponseReport } from './_components/response-report.tsx'

export const metadata: Metadata = { title: 'Response' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ResponsePage({ searchParams }: Props) {
  void getQueryClient().prefetchQuery(response(trpc, readResponse(entriesOf(await searchParams))))
  return (
    <Hydrate>
      <ResponseReport />
    </Hydrate>
  )
}
