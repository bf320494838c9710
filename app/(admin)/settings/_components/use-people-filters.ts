'use client'

import { useSearchParams } from 'next/navigation'
import { useDeferredValue, useEffect, useState } from 'react'
import { readPeopleFilters, writePeopleFilters } from '../_filters.ts'
import type { PeopleFilters } from '../_queries.ts'

const SETTLE_MS = 200

/** The filters live in the address. `asked` follows each key at once, `shown` the answers, without a flicker between. */
export function usePeopleFilters() {
  const params = useSearchParams()
  const settled = readPeopleFilters(params)
  const [asked, setAsked] = useState<PeopleFilters>(settled)
  const wanted = writePeopleFilters(asked)
  useEffect(() => {
    const timer = setTimeout(() => window.history.replaceState(null, '', `/settings/people${wanted}`), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  const shown = useDeferredValue(writePeopleFilters(settled))
  return {
    asked,
    shown: readPeopleFilters(new URLSearchParams(shown)),
    set: (change: PeopleFilters) => setAsked((before) => ({ ...before, ...change })),
  }
}
