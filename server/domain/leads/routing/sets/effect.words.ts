import { FIRM_ZONE } from '#server/domain/alerts/rhythm/hours.words.ts'

const WEEK_MS = 6 * 86_400_000
const near = new Intl.DateTimeFormat('en-US', {
  timeZone: FIRM_ZONE,
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
})
const far = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: FIRM_ZONE, weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
})

/** "Mon 9:00 AM", with the date when that is days away; on the clock of the firm, wherever it is read. */
export const sayEffect = (from: Date, now: Date): string =>
  (from.getTime() - now.getTime() < WEEK_MS ? near : far).format(from).replaceAll('\u202f', ' ')
