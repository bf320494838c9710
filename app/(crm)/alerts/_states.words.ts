import type { Tone } from '../../_ui/tone.ts'
import type { AlertItem } from './_queries.ts'

type State = { tone: Tone; label: string; why: string | null }
type Facts = Pick<AlertItem, 'activeYN' | 'reason' | 'reasonNote' | 'stopped'> &
  Partial<Pick<AlertItem, 'pausedUntil' | 'contactLeftAt'>>

const OFF: Record<AlertItem['reason'], Omit<State, 'label'> & { label?: string }> = {
  AgentDisabled: { tone: 'neutral', why: 'Switched off by an agent' },
  ClientDisabled: { tone: 'neutral', why: 'They switched it off themselves' },
  NoOneToSendTo: { tone: 'warning', label: 'No address', why: 'Add an e-mail address to the contact' },
  Invalid: { tone: 'bad', label: 'Not valid', why: 'Open it, correct the criteria and save' },
  SearchFailing: { tone: 'bad', label: 'Failing', why: 'It could not be read; open it and save again' },
  ReActivated: { tone: 'neutral', why: null },
  Revised: { tone: 'neutral', why: 'Changed while it was off' },
  Started: { tone: 'neutral', why: null },
  // Only the third of these ever switches one off; the others warn of it, or of something else.
  InitialIgnoredWarning: { tone: 'neutral', why: null },
  FinalIgnoredWarning: { tone: 'neutral', why: null },
  Ignored: { tone: 'waiting', label: 'At rest', why: 'Nobody followed its mails for half a year' },
  NoListingsFoundWarning: { tone: 'neutral', why: null },
  NoListingsFound: { tone: 'neutral', why: null },
  OverLimit: { tone: 'neutral', why: null },
}
const ON: Partial<Record<AlertItem['reason'], string>> = {
  ReActivated: 'Switched on again',
  Revised: 'Changed since it was set up',
  Ignored: 'Slowed down: nobody followed its mails',
}
/** Why an address gets no mails, whatever fits. */
export const STOPPED: Record<string, string> = {
  unsubscribed: 'They asked for no more mails',
  bounced: 'Mails to their address came back',
  complained: 'They reported a mail as unwanted',
}

const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'America/New_York' })

/** The state of an alert as an agent would say it: RESO's reason in plain words, and what stands above it. */
export function stateOf(
  { activeYN, reason, reasonNote, stopped, pausedUntil, contactLeftAt }: Facts,
  now = new Date(),
): State {
  if (activeYN && contactLeftAt)
    return { tone: 'waiting', label: 'On for others', why: `They left on ${day.format(contactLeftAt)}` }
  if (activeYN && stopped)
    return { tone: 'warning', label: 'Stopped', why: STOPPED[stopped] ?? 'Mails to their address are blocked' }
  if (activeYN && pausedUntil && pausedUntil > now)
    return { tone: 'waiting', label: 'Paused', why: `They asked for quiet until ${day.format(pausedUntil)}` }
  if (activeYN) return { tone: 'good', label: 'On', why: ON[reason] ?? null }
  const { tone, label = 'Off', why } = OFF[reason]
  return { tone, label, why: reasonNote ?? why }
}
