import { formatMoneyShort } from '../../_ui/format.ts'

type Bar = { fromDollars: number; toDollars: number | null; count: number }

const short = (dollars: number) => formatMoneyShort(dollars * 100)

/** "128 homes by price, most of them from $425k to $450k": the picture for whoever does not see it. */
export function barsInWords(bars: readonly Bar[]): string {
  const homes = bars.reduce((sum, { count }) => sum + count, 0)
  const [tallest] = bars.toSorted((a, b) => b.count - a.count)
  if (!tallest || homes === 0) return 'No homes'
  const all = `${homes.toLocaleString('en-US')} ${homes === 1 ? 'home' : 'homes'} by price`
  const { fromDollars, toDollars } = tallest
  return `${all}, most of them ${toDollars === null ? `from ${short(fromDollars)} up` : `from ${short(fromDollars)} to ${short(toDollars)}`}`
}
