'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { readSearch, type Search, writeSearch } from '../_search.ts'

/** What is looked for, as the address has it. Each wish is a step that Back takes back; moving the map is none. */
export function useSearch() {
  const params = useSearchParams()
  const search = useMemo(() => readSearch(params), [params])
  const setSearch = useCallback((next: Search, step: 'push' | 'replace' = 'push') => {
    const query = writeSearch(next)
    const address = query ? `?${query}` : window.location.pathname
    window.history[step === 'push' ? 'pushState' : 'replaceState'](null, '', address)
  }, [])
  return { search, setSearch }
}
