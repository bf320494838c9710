const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' })

const units = [
  { unit: 'year', short: 'y', ms: 31_536_000_000 },
  { unit: 'month', short: 'mo', ms: 2_592_000_000 },
  { unit: 'week', short: 'w', ms: 604_800_000 },
  { unit: 'day', short: 'd', ms: 86_400_000 },
  { unit: 'hour', short: 'h', ms: 3_600_000 },
  { unit: 'minute', short: 'm', ms: 60_000 },
] as const

/** "4 minutes ago", "in 2 hours", "yesterday"; short: "4m". */
export function formatRelative(date: Date, now: number, format: 'relative' | 'short' = 'relative') {
  const distance = date.getTime() - now
  for (const { unit, short, ms } of units) {
    if (Math.abs(distance) < ms) continue
    const value = Math.trunc(distance / ms)
    return format === 'short' ? `${Math.abs(value)}${short}` : relative.format(value, unit)
  }
  if (format === 'short') return 'now'
  return distance > 20_000 ? 'in less than a minute' : 'just now'
}
