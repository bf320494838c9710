import { channelName, spokenDuration } from '../alarms.words.ts'
import type { Arrival, DrillOutcome } from './drill.ts'

export const DRILL_TITLE = 'alarms work'
export const DRILL_DETAIL =
  'This is the drill of the day, to prove that alarms arrive. Nothing is broken, and nobody has to do anything.'

export type ToldDrill = { outcome: DrillOutcome | null; arrivals: readonly Arrival[] }

const after = (ms: number) => (ms < 60_000 ? `${Math.max(1, Math.round(ms / 1_000))} s` : spokenDuration(ms))

const names = (list: readonly string[]) => list.join(' and ')

/** "alarm arrived after 4 s (Slack), 6 s (alarm mailbox)". */
function arrivalsInWords(arrivals: readonly Arrival[]): string {
  const told = arrivals.flatMap(({ channel, afterMs }) =>
    afterMs === null ? [] : [`${after(afterMs)} (${channelName(channel)})`],
  )
  return `alarm arrived after ${told.join(', ')}`
}

/** What became of one drill, to stand behind "Today's fire drill: ". */
export function drillInWords({ outcome, arrivals }: ToldDrill): string {
  if (outcome === null) return 'the alarm is on its way.'
  if (outcome === 'arrived') return `${arrivalsInWords(arrivals)}.`
  if (outcome === 'late') return `${arrivalsInWords(arrivals)}, which is late.`
  const silent = arrivals.filter(({ afterMs }) => afterMs === null)
  const [first] = silent
  const why = first?.reply ? ` (${first.reply})` : ''
  const others = arrivals.length > silent.length ? ` The ${arrivalsInWords(arrivals)}.` : ''
  return `the alarm did not arrive by ${names(silent.map(({ channel }) => channelName(channel)))}${why}.${others}`
}

/** What a run says that holds no drill. It does not say when the drill comes. */
export function claimInWords(claim: 'held-before' | 'not-yet' | 'no-channel'): string {
  if (claim === 'held-before') return "Today's drill is over."
  if (claim === 'not-yet') return "Today's drill is still to come."
  return 'No drill: there is no alarm channel to try.'
}
