import { formatCount } from '../../../_ui/format.ts'
import type { Tone } from '../../../_ui/tone.ts'
import type { Week } from './_queries.ts'

type Stage = Exclude<keyof Week, 'week'>
export type Measure = { key: Stage; label: string; about: string; tone: Tone; isTold: boolean }

/** From the mail to an answer: what each figure counts, in the words that stand beside it. */
export const MEASURES: readonly Measure[] = [
  { key: 'sent', label: 'Alerts that left', about: 'mails, in the week they left in', tone: 'neutral', isTold: false },
  { key: 'delivered', label: 'Delivered', about: "taken by the person's mail server", tone: 'good', isTold: true },
  {
    ...{ key: 'opened', label: 'Opened', tone: 'neutral', isTold: true },
    about: 'not reliable: mail programs open mails by themselves, or hide that somebody did',
  },
  { key: 'clicked', label: 'Followed', about: 'a link in the mail was followed', tone: 'good', isTold: true },
  {
    ...{ key: 'visited', label: 'Looked', tone: 'good', isTold: false },
    about: 'the person has since looked at one of its homes, on our own page',
  },
  {
    ...{ key: 'answered', label: 'Answered', tone: 'good', isTold: false },
    about: 'the person has since said what they think of one of its homes',
  },
  {
    ...{ key: 'inquired', label: 'Asked', tone: 'good', isTold: false },
    about: 'the person has since asked about one of its homes, or to see it',
  },
]

const weekName = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })

/** "2026-11-16" -> "Nov 16". */
export const mondayInWords = (week: string) => weekName.format(new Date(`${week}T00:00:00Z`))

/** "14 %", "0.4 %": a share that people can compare; nothing of nothing. */
export function shareInWords(part: number, whole: number): string | null {
  if (whole === 0) return null
  const share = (100 * part) / whole
  return `${share > 0 && share < 10 ? share.toFixed(1) : Math.round(share)} %`
}

/** "Week of Nov 16: 12 of 87 mails, 14 %". */
export function weekInWords(week: Week, key: Stage): string {
  const name = `Week of ${mondayInWords(week.week)}`
  const mails = `${formatCount(week.sent)} ${week.sent === 1 ? 'mail' : 'mails'}`
  if (week.sent === 0) return `${name}: no mail left`
  if (key === 'sent') return `${name}: ${mails}`
  return `${name}: ${formatCount(week[key])} of ${mails}, ${shareInWords(week[key], week.sent)}`
}

export const totalOf = (weeks: readonly Week[], key: Stage) => weeks.reduce((sum, week) => sum + week[key], 0)

/** That weeks of before are counted otherwise: "Weeks before Oct 26 are counted each night, …". */
export function olderInWords(weeks: readonly Week[], freshWeeks: number): string | null {
  const first = weeks.at(-freshWeeks)
  if (weeks.length <= freshWeeks || !first) return null
  return `Weeks before ${mondayInWords(first.week)} are counted each night, by whose contacts the people were then.`
}
