import { redirect } from 'next/navigation'
import type { ListName } from '#server/domain/views/views.schema.ts'
import { getQueryClient, trpc } from '../../_trpc/server.tsx'
import { viewsOf } from './_queries.ts'
import { listUrl } from './list-url.ts'

/** A list that is opened without a word opens the view that its reader starts from. Reads the views for the page, too. */
export async function startFromView(list: ListName, entries: readonly [string, string][]) {
  const kept = await getQueryClient()
    .fetchQuery(viewsOf(trpc, list))
    .catch(() => null)
  const start = kept?.views.find(({ id }) => id === kept.defaultViewId)
  if (start && entries.length === 0) redirect(`/${list}${listUrl(start.query, start.id)}`)
}
