'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { priceBars } from '../_queries.ts'
import type { FilterPartProps } from './filter-bar.tsx'
import classes from './price-filter.module.css'
import { RangeFilter } from './range-filter.tsx'

/** From–to, under a small picture of where the homes lie. */
export function PriceFilter({ filters, onChange }: FilterPartProps) {
  const { data: bars = [] } = useQuery(priceBars(useTRPC(), filters))
  const { listPriceMin = 0, listPriceMax = Number.POSITIVE_INFINITY } = filters
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <>
      <div className={classes.bars} aria-hidden>
        {bars.map(({ fromDollars, toDollars, count }) => (
          <span
            key={fromDollars}
            data-in={(toDollars > listPriceMin && fromDollars < listPriceMax) || undefined}
            style={{ height: `${count === 0 ? 2 : 6 + (94 * count) / most}%` }}
          />
        ))}
      </div>
      <RangeFilter
        label="Price"
        prefix="$"
        step={25_000}
        min={filters.listPriceMin}
        max={filters.listPriceMax}
        onChange={(listPriceMin, listPriceMax) => onChange({ listPriceMin, listPriceMax })}
      />
    </>
  )
}
