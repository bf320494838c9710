'use client'

import { Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { formatMoneyShort } from '../../../../_ui/format.ts'
import { anyCriteria, type CriteriaDraft } from '../../_draft.ts'
import { barsInWords } from '../../_prices.words.ts'
import classes from './price-bars.module.css'

/** Where the prices lie of homes that fit but for the price; what the range takes in stands out. */
export function PriceBars({ criteria, priceless }: { criteria: CriteriaDraft; priceless: CriteriaDraft | null }) {
  const [settled] = useDebouncedValue(priceless, 300)
  const { data: bars, isPlaceholderData } = useQuery(
    useTRPC().alerts.prices.queryOptions(
      { criteria: settled ?? anyCriteria },
      { enabled: settled !== null, placeholderData: keepPreviousData },
    ),
  )
  if (!bars) return <Skeleton height={112} />
  if (bars.length === 0) return <p className={classes.none}>No home fits all the rest, whatever it costs.</p>
  const { listPriceMin = 0, listPriceMax = Number.POSITIVE_INFINITY } = criteria
  const most = Math.max(...bars.map(({ count }) => count))
  const [first] = bars
  const last = bars.at(-1)
  return (
    <figure className={classes.figure} data-stale={isPlaceholderData || undefined}>
      <div className={classes.bars} role="img" aria-label={barsInWords(bars)}>
        {bars.map(({ fromDollars, toDollars, count }) => (
          <span
            key={fromDollars}
            title={`${count} ${count === 1 ? 'home' : 'homes'} from ${formatMoneyShort(fromDollars * 100)}`}
            data-in={
              ((toDollars ?? Number.POSITIVE_INFINITY) > listPriceMin && fromDollars <= listPriceMax) || undefined
            }
            data-empty={count === 0 || undefined}
            style={{ height: `${count === 0 ? 0 : 4 + (96 * count) / most}%` }}
          />
        ))}
      </div>
      <figcaption className={classes.ends} data-figures>
        <span>{formatMoneyShort((first?.fromDollars ?? 0) * 100)}</span>
        <span>
          {last?.toDollars
            ? formatMoneyShort(last.toDollars * 100)
            : `${formatMoneyShort((last?.fromDollars ?? 0) * 100)}+`}
        </span>
      </figcaption>
    </figure>
  )
}
