'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type ContactFilters, readFilters } from '../_filters.ts'

/** The filters as the address has them; each change is a step that Back takes back. */
export function useContactFilters() {
  const params = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const setFilters = useCallback((next: ContactFilters, step: 'push' | 'replace' = 'push') => {
    const query = new URLSearchParams(
      Object.entries(next).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : [])),
    )
    window.history[step === 'push' ? 'pushState' : 'replaceState'](
      null,
      '',
      query.size ? `?${query}` : window.location.pathname,
    )
  }, [])
  return { filters, setFilters }
}
