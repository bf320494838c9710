/** "45 s", "12 min", "3 h 5 min", "2 days": how long somebody waited. */
export function waitInWords(minutes: number | null): string {
  if (minutes === null) return 'not yet'
  if (minutes < 1) return `${Math.round(minutes * 60)} s`
  const whole = Math.round(minutes)
  if (whole < 120) return `${whole} min`
  if (whole < 2_880) return `${Math.floor(whole / 60)} h ${whole % 60} min`
  return `${Math.round(whole / 1_440)} days`
}

/** 0.127 -> "13 %". */
export const shareInWords = (share: number): string => `${Math.round(share * 100)} %`

const month = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** "2026-11" -> "November 2026". */
export const monthInWords = (key: string): string => month.format(new Date(`${key}-15T12:00:00Z`))
