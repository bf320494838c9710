import { formatCount } from '../../../_ui/format.ts'
import type { Tone } from '../../../_ui/tone.ts'
import type { MailDay } from './_queries.ts'

type Measure = Exclude<keyof MailDay, 'day'>
type Figure = { key: Measure; label: string; about: string; tone: Tone }

/** What a mail server knows by itself: it took the mail, or it did not. */
export const KNOWN_AT_ONCE: readonly Figure[] = [
  { key: 'sent', label: 'Left', about: 'taken by the provider', tone: 'neutral' },
]
/** What only somebody who tells us afterwards can know. */
export const TOLD_LATER: readonly Figure[] = [
  { key: 'delivered', label: 'Delivered', about: "taken by the person's mail server", tone: 'good' },
  { key: 'bounced', label: 'Came back', about: 'no such mailbox, or refused', tone: 'bad' },
  { key: 'complained', label: 'Reported as spam', about: 'the address gets no more mails', tone: 'bad' },
  { key: 'opened', label: 'Opened', about: 'by people; machines are left out', tone: 'neutral' },
  { key: 'clicked', label: 'Clicked', about: 'a link was followed', tone: 'neutral' },
]
export const REFUSED: Figure = { key: 'bounced', label: 'Refused', about: 'by the mail server, at once', tone: 'bad' }

const dayNames = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })

/** "2026-11-21" -> "Nov 21". */
export const dayInWords = (day: string) => dayNames.format(new Date(`${day}T00:00:00Z`))

export const totalOf = (days: readonly MailDay[], key: Measure) => days.reduce((sum, day) => sum + day[key], 0)

/** "96.4 % of what left": a share that says of what; nothing where nothing left. */
export function shareInWords(days: readonly MailDay[], key: Measure): string | null {
  const left = totalOf(days, 'sent')
  if (key === 'sent' || left === 0) return null
  const share = (100 * totalOf(days, key)) / left
  return `${share < 10 ? share.toFixed(share < 1 ? 2 : 1) : Math.round(share)} %`
}

/** What a strip of days says to somebody who can't see it. */
export function stripInWords(label: string, days: readonly MailDay[], key: Measure): string {
  const most = days.reduce((best, day) => (day[key] > best[key] ? day : best), days[0] ?? noDay)
  const total = totalOf(days, key)
  if (total === 0) return `${label}: none in ${days.length} days.`
  return `${label}: ${formatCount(total)} in ${days.length} days, most on ${dayInWords(most.day)} with ${formatCount(most[key])}.`
}
const noDay: MailDay = { day: '1970-01-01', sent: 0, delivered: 0, bounced: 0, complained: 0, opened: 0, clicked: 0 }
