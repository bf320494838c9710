import type { LadderAct, OfferChannel, OfferPassReason, OfferState } from '#server/generated/prisma/enums.ts'

/** Why somebody passes: about themselves, never about the client. */
export const PASS_REASONS = [
  'busy',
  'away',
  'outOfArea',
  'priceRange',
  'conflict',
  'other',
] as const satisfies readonly OfferPassReason[]
export const PASS_REASON_WORDS: Record<OfferPassReason, string> = {
  busy: 'Too busy right now',
  away: 'Away from work',
  outOfArea: 'Outside of my area',
  priceRange: 'Outside of my price range',
  conflict: 'Conflict of interest',
  other: 'Another reason of mine',
}

export const CHANNELS = ['slack', 'mail', 'push', 'app', 'api'] as const satisfies readonly OfferChannel[]
/** "Ann Lee took it <these words>". */
export const CHANNEL_WORDS: Record<OfferChannel, string> = {
  slack: 'in Slack',
  mail: 'from the mail',
  push: 'from a notification',
  app: 'in Palmetto',
  api: 'by the API',
}

export const OFFER_STATE_WORDS: Record<OfferState, string> = {
  offered: 'Offered',
  seen: 'Seen',
  accepted: 'Accepted',
  passed: 'Passed',
  timedOut: 'Timed out',
  withdrawn: 'Withdrawn',
}

/** What a step of the ladder did. */
export const ACT_WORDS: Record<LadderAct, string> = {
  rePing: 'Asked once more',
  nextAgent: 'Asked the next agent',
  teamLead: 'Asked the team lead',
  manager: 'Asked the manager of the office',
  pond: 'Put into a pond',
  fallback: 'Given to the default person',
}

/** How long whoever took a lead by mistake can give it back, in milliseconds. */
export const HAND_BACK_MS = 60_000
/** What "I need ten minutes" adds, once an offer. */
export const MORE_TIME_MS = 10 * 60_000

/** "38 s", "4 min", "2 h 5 min": how long somebody took. */
export function spanInWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Making one takes a hundred times as long as asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>()

/** "2:05 PM" on the clock of a zone: until when somebody is asked. */
export function clockIn(timeZone: string, at: Date): string {
  const known = clocks.get(timeZone)
  const clock = known ?? new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' })
  if (!known) clocks.set(timeZone, clock)
  return clock.format(at).replace(/\s/g, ' ')
}
