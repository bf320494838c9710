export type VerdictDay = { day: Date; isComplete: boolean; unexplained: number }

const many = (count: number, one: string) => `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`

/** "Seven days without an unexplained difference." or what is missing for that. */
export function verdictInWords(days: readonly VerdictDay[]): string {
  const compared = days.filter(({ isComplete }) => isComplete).length
  const unexplained = days.reduce((sum, day) => sum + day.unexplained, 0)
  if (compared === days.length && unexplained === 0) {
    return `${many(days.length, 'whole day')} compared, and no difference is left unexplained: alerts may be switched.`
  }
  const open = unexplained > 0 ? `${many(unexplained, 'difference')} nobody has explained yet` : null
  const left = compared < days.length ? `${compared} of ${many(days.length, 'whole day')} compared` : null
  return `Alerts can not be switched yet: ${[open, left].filter(Boolean).join('; ')}.`
}
