'use client'

import { useQuery } from '@tanstack/react-query'
import { PriceRange } from '../../../_homes/filters/price-range.tsx'
import { useTRPC } from '../../../_trpc/client.tsx'
import { priceBars } from '../_queries.ts'
import type { FilterPartProps } from './filter-bar.tsx'

/** Prices, and where those of the homes found lie. */
export function PriceFilter({ filters, onChange }: FilterPartProps) {
  const { data: bars = [] } = useQuery(priceBars(useTRPC(), filters))
  return <PriceRange bars={bars} filters={filters} onChange={onChange} />
}
