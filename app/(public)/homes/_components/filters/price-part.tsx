'use client'

import { useQuery } from '@tanstack/react-query'
import { PriceRange } from '../../../../_homes/filters/price-range.tsx'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { homePrices } from '../../_queries.ts'
import type { FilterPartProps } from './filter-bar.tsx'

/** Prices, and where those of the homes found lie. */
export function PricePart({ search, onChange }: FilterPartProps) {
  const { data: bars = [] } = useQuery(homePrices(useTRPC(), search))
  return <PriceRange bars={bars} filters={search} onChange={onChange} />
}
