const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const twoDigits = (value: number) => String(value).padStart(2, '0')
const many = (value: number, word: string) => `${value} ${word}${value === 1 ? '' : 's'}`

/** "4:05", from an hour on "2 h 05 min": as wide a second later as now. Rounded up, so that 0:00 is over. */
export function formatTimeLeft(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1_000)
  if (seconds < 3_600) return `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`
  return `${Math.floor(seconds / 3_600)} h ${twoDigits(Math.floor((seconds % 3_600) / 60))} min`
}

/** The same in words that change once a minute: "5 minutes left", "less than a minute left", "time is up". */
export function timeLeftInWords(ms: number): string {
  if (ms <= 0) return 'time is up'
  if (ms < MINUTE_MS) return 'less than a minute left'
  const hours = Math.floor(ms / HOUR_MS)
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS)
  return `${[hours > 0 && many(hours, 'hour'), minutes > 0 && many(minutes, 'minute')].filter(Boolean).join(' ')} left`
}
