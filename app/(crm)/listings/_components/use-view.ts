'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

export type View = 'split' | 'list' | 'map'

const isView = (value: string | null): value is View => value === 'split' || value === 'list' || value === 'map'

/** List, map or both; the address holds it. */
export function useView() {
  const params = useSearchParams()
  const asked = params.get('view')
  const view: View = isView(asked) ? asked : 'split'
  const setView = useCallback(
    (next: View) => {
      const query = new URLSearchParams(params)
      if (next === 'split') query.delete('view')
      else query.set('view', next)
      window.history.replaceState(null, '', query.size ? `?${query}` : window.location.pathname)
    },
    [params],
  )
  return { view, setView }
}
