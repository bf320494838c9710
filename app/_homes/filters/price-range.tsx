'use client'

import classes from './price-range.module.css'
import { RangeFilter } from './range-filter.tsx'

type Prices = { listPriceMin?: number | undefined; listPriceMax?: number | undefined }
type Props = {
  bars: readonly { fromDollars: number; toDollars: number; count: number }[]
  filters: Prices
  onChange: (prices: Prices) => void
}

/** From–to, under a small picture of where the homes lie. */
export function PriceRange({ bars, filters, onChange }: Props) {
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
        onChange={(min, max) => onChange({ listPriceMin: min, listPriceMax: max })}
      />
    </>
  )
}
