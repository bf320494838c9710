const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
const count = new Intl.NumberFormat('en-US')

/** 42500000 cents -> "$425,000". */
export const formatMoney = (cents: number) => dollars.format(Math.round(cents / 100))

/** 42500000 cents -> "$425k", 125000000 -> "$1.25M": for pins, chips and plots. */
export function formatMoneyShort(cents: number) {
  const value = cents / 100
  if (Math.abs(value) >= 999_500) return `$${Number((value / 1_000_000).toFixed(2))}M`
  if (Math.abs(value) >= 1_000) return `$${Math.round(value / 1_000)}k`
  return `$${Math.round(value)}`
}

/** 2140 -> "2,140 sq ft". */
export const formatArea = (squareFeet: number) => `${count.format(squareFeet)} sq ft`

/** Whole numbers with separators; a capped count says so: 1001 with cap 1000 -> "1,000+". */
export const formatCount = (value: number, cap?: number) =>
  cap !== undefined && value > cap ? `${count.format(cap)}+` : count.format(value)

/** 87_000 -> "1m 27s", 420 -> "420 ms": how long something took. */
export function formatDuration(ms: number) {
  if (ms < 1_000) return `${Math.round(ms)} ms`
  if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`
  if (ms < 60_000) return `${Math.round(ms / 1_000)} s`
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 60) return `${minutes}m ${Math.round((ms % 60_000) / 1_000)}s`
  return `${Math.floor(minutes / 60)}h ${minutes % 60}m`
}

/** 8_192 -> "8 kB", 2_400_000 -> "2.4 MB": room on a disk. */
export function formatBytes(bytes: number) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1_000 ** power
  return `${value < 10 && power > 1 ? value.toFixed(1) : Math.round(value)} ${units[power]}`
}
