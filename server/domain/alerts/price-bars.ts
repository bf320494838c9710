/** Homes counted by price, in steps of `BUCKET_DOLLARS`: bucket 3 holds $75,000 up to, not including, $100,000. */
export type Bucket = { bucket: number; count: number }
/** `toDollars` is null in the last bar where dearer homes are gathered. */
export type PriceBar = { fromDollars: number; toDollars: number | null; count: number }

export const BUCKET_DOLLARS = 25_000
const MOST_BARS = 28
/** The dearest few would push all others into one bar. */
const SHOWN_SHARE = 0.96
const STEPS = [1, 2, 4, 10, 20, 40, 80, 200, 400].map((buckets) => buckets * BUCKET_DOLLARS)

/** The bucket under which this share of the homes lies. */
function bucketAt(buckets: readonly Bucket[], share: number): number {
  const wanted = share * buckets.reduce((sum, { count }) => sum + count, 0)
  let seen = 0
  for (const { bucket, count } of buckets) {
    seen += count
    if (seen >= wanted) return bucket
  }
  return buckets.at(-1)?.bucket ?? 0
}

/** A few dozen bars of one width, from the cheapest home to where nearly all of them are; dearer ones stand in the last. */
export function toBars(found: readonly Bucket[]): PriceBar[] {
  const buckets = found.toSorted((a, b) => a.bucket - b.bucket)
  const [first] = buckets
  const last = buckets.at(-1)
  if (!first || !last) return []
  const [low, high] = [first.bucket * BUCKET_DOLLARS, bucketAt(buckets, SHOWN_SHARE) * BUCKET_DOLLARS]
  const step = STEPS.find((width) => Math.floor(high / width) - Math.floor(low / width) < MOST_BARS) ?? high - low
  const start = Math.floor(low / step)
  const bars = Math.floor(high / step) - start + 1
  const isOpen = last.bucket * BUCKET_DOLLARS >= (start + bars) * step
  const counts = Array.from({ length: bars }, () => 0)
  for (const { bucket, count } of buckets) {
    const bar = Math.min(bars - 1, Math.floor((bucket * BUCKET_DOLLARS) / step) - start)
    counts[bar] = (counts[bar] ?? 0) + count
  }
  return counts.map((count, bar) => ({
    fromDollars: (start + bar) * step,
    toDollars: isOpen && bar === bars - 1 ? null : (start + bar + 1) * step,
    count,
  }))
}
