const OFTEN = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']

/** "Looked at 12 Oak Street, Mount Pleasant, third time". */
export function visitedInWords({ place, times }: { place: string; times: number }): string {
  if (times < 2) return `Looked at ${place}`
  return `Looked at ${place}, ${OFTEN[times] ?? `${times}th`} time`
}

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })

/** "2026-11-28", as the firm counts its days. */
export const dayOf = (at: Date) => day.format(at)
