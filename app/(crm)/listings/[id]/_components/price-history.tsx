import { PricePlot } from '../../../../_homes/price-plot.tsx'
import { pricesOf } from '../../../../_homes/prices-of.ts'
import { Section } from '../../../../_ui/section.tsx'
import type { HomeDetail } from '../../_queries.ts'

const DAY_MS = 86_400_000

/** The plot, when the price has ever moved. */
export function PriceHistory({ home }: { home: HomeDetail }) {
  const points = pricesOf(home)
  if (points.length < 2) return null
  // A whole day: server and browser would draw two lines a few milliseconds apart.
  const today = new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS)
  return (
    <Section title="Price">
      <PricePlot points={points} until={today} />
    </Section>
  )
}
