'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type Filters, readFilters, writeFilters } from '../_filters.ts'

/** The filters as the address has them. Each change is a step that Back takes back; nothing is asked of the page's server. */
export function useFilters() {
  const params = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const setFilters = useCallback(
    (next: Filters, step: 'push' | 'replace' = 'push') => {
      const view = params.get('view')
      const query = [writeFilters(next), view ? `view=${view}` : ''].filter(Boolean).join('&')
      window.history[step === 'push' ? 'pushState' : 'replaceState'](
        null,
        '',
        query ? `?${query}` : window.location.pathname,
      )
    },
    [params],
  )
  return { filters, setFilters }
}
