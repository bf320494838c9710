import {
  type DealStageName,
  MILESTONE_WORDS,
  NO_PLACE,
  STAGE_WORDS,
  todayAt,
} from '#server/domain/deals/deals.words.ts'
import type { Tone } from '../../_ui/tone.ts'
import type { Deal } from './_queries.ts'

export const STAGE_TONES: Record<DealStageName, Tone> = {
  prospect: 'neutral',
  active: 'neutral',
  offer: 'waiting',
  underContract: 'waiting',
  closing: 'waiting',
  closed: 'good',
  lost: 'bad',
}
export const stageName = (stage: DealStageName) => STAGE_WORDS[stage].name

export const placeOf = ({ listing, addressText }: Pick<Deal, 'listing' | 'addressText'>) =>
  listing?.address ?? addressText ?? NO_PLACE

const near = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' })
const far = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' })

/** "2026-12-18" -> "Dec 18", with the year where it is another one. */
export function dayInWords(day: string, now: number): string {
  const isThisYear = day.slice(0, 4) === todayAt(now).slice(0, 4)
  return (isThisYear ? near : far).format(new Date(`${day}T00:00:00Z`))
}

export type NextStep = { words: string; isLate: boolean }

/** What has to be done next, and whether its day is over. */
export function nextStep({ milestones, stage }: Deal, now: number): NextStep | null {
  if (stage === 'closed' || stage === 'lost') return null
  const [next] = milestones.filter(({ doneAt }) => doneAt === null).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  if (!next) return null
  const isLate = next.dueOn < todayAt(now)
  return { words: `${MILESTONE_WORDS[next.kind]} ${isLate ? 'was due' : 'by'} ${dayInWords(next.dueOn, now)}`, isLate }
}

/** "Closes Dec 18", "Closed Jul 8", or nothing. */
export function closingWords({ stage, closedOn, expectedCloseOn }: Deal, now: number): string | null {
  if (closedOn) return `Closed ${dayInWords(closedOn, now)}`
  return expectedCloseOn && stage !== 'lost' ? `Closes ${dayInWords(expectedCloseOn, now)}` : null
}

const QUIET_DAYS = 30

/** How many days it has stood in its stage, where that is longer than usual. */
export function quietDays({ stage, stageSince }: Deal, now: number): number | null {
  if (stage === 'closed' || stage === 'lost') return null
  const days = Math.floor((now - stageSince.getTime()) / 86_400_000)
  return days >= QUIET_DAYS ? days : null
}

/** Cents of the wire as the number that formats take. */
export const centsOf = (cents: bigint | null) => (cents === null ? null : Number(cents))

/** 275 -> "2.75 %". */
export const shareInWords = (bps: number) => `${Number((bps / 100).toFixed(2))} %`
