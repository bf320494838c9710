import { type UrlFilters, writeFilters } from './list-url.ts'

type Kept = { id: string; query: string }
type Read = (params: Iterable<[string, string]>) => UrlFilters

/** A query as the page would write it: kept views may hold filters that no longer make sense. */
export const tidyQuery = (read: Read, query: string) => writeFilters(read(new URLSearchParams(query)))

/** The view that the address started from, and whether its filters were changed since. */
export function currentView<V extends Kept>(
  views: readonly V[],
  viewId: string | null,
  filters: UrlFilters,
  read: Read,
) {
  const query = writeFilters(filters)
  const view = views.find(({ id }) => id === viewId) ?? null
  return { view, query, isChanged: view !== null && tidyQuery(read, view.query) !== query }
}
