/** What is looked at: alerts that left within this time, and what came back of them. */
export const WINDOW_HOURS = 24
/** Below this many alerts a single full mailbox would look like a flood. */
const MIN_SENT = 200
const MAX_BOUNCED_PERCENT = 5
/** Gmail and Yahoo ask to stay below 0.1 and block at 0.3: this stops in between. */
const MAX_COMPLAINED_PERCENT = 0.2
const MIN_COMPLAINED = 3

/** Alerts of the window: how many left or were refused at once, how many came back, how many were complained about. */
export type Tally = { sent: number; bounced: number; complained: number }

const inPercent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

/** Why alerts have to stop, in words with the figures; null while all is well. */
export function judgeTally({ sent, bounced, complained }: Tally): string | null {
  if (sent < MIN_SENT) return null
  const of = `of the ${sent.toLocaleString('en-US')} alerts of the last ${WINDOW_HOURS} hours`
  if (100 * complained >= MAX_COMPLAINED_PERCENT * sent && complained >= MIN_COMPLAINED) {
    return `${complained} ${of} were reported as spam (${inPercent(complained, sent)}; ${MAX_COMPLAINED_PERCENT} % is the limit).`
  }
  if (100 * bounced >= MAX_BOUNCED_PERCENT * sent) {
    return `${bounced} ${of} came back (${inPercent(bounced, sent)}; ${MAX_BOUNCED_PERCENT} % is the limit).`
  }
  return null
}
