'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { listUrl, type UrlFilters, writeFilters } from './list-url.ts'

type Step = 'push' | 'replace'

const goTo = (url: string, step: Step) => window.history[step === 'push' ? 'pushState' : 'replaceState'](null, '', url)

/** The filters as the address has them, and the view they started from; each change is a step that Back takes back. */
export function useUrlFilters<Filters extends UrlFilters>(read: (params: Iterable<[string, string]>) => Filters) {
  const params = useSearchParams()
  const filters = useMemo(() => read(params), [params, read])
  const viewId = params.get('view')
  const setFilters = useCallback(
    (next: Filters, step: Step = 'push') => goTo(listUrl(writeFilters(next), viewId), step),
    [viewId],
  )
  /** Null is everything: said in the address, so that a default view does not come back by itself. */
  const openView = useCallback((id: string | null, query: string) => goTo(listUrl(query, id ?? 'all'), 'push'), [])
  return { filters, setFilters, viewId, openView }
}
