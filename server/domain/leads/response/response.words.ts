/** What counts as turning to somebody: done by a person, never by a machine. */
export const TOUCHED_BY = ['call', 'text', 'email', 'visit', 'note', 'appointment', 'answered'] as const
export type TouchedBy = (typeof TOUCHED_BY)[number]
export const TOUCHED_BY_SAID: Record<TouchedBy, string> = {
  call: 'called',
  text: 'sent a text',
  email: 'wrote a mail',
  visit: 'went there',
  note: 'wrote a note',
  appointment: 'made an appointment',
  answered: 'marked it as answered',
}

export const RESPONSE_DAYS = [7, 30, 90] as const

/** Bars of the plot: up to that many minutes, each without the one before it. Null: nobody yet. */
export const WAIT_BARS = [
  { key: '5m', upTo: 5, label: '5 min' },
  { key: '15m', upTo: 15, label: '15 min' },
  { key: '1h', upTo: 60, label: '1 h' },
  { key: '4h', upTo: 240, label: '4 h' },
  { key: '1d', upTo: 1_440, label: '1 day' },
  { key: 'later', upTo: Number.POSITIVE_INFINITY, label: 'later' },
  { key: 'nobody', upTo: null, label: 'nobody yet' },
] as const
export type WaitBar = (typeof WAIT_BARS)[number]['key']
export const WAIT_BAR_KEYS = ['5m', '15m', '1h', '4h', '1d', 'later', 'nobody'] as const satisfies readonly WaitBar[]

export const CLOCKS = ['wall', 'office'] as const
export type Clock = (typeof CLOCKS)[number]
export const CLOCK_SAID: Record<Clock, string> = { wall: 'By the clock', office: 'Office hours only' }

export const GROUPINGS = ['source', 'agent', 'office'] as const
export type Grouping = (typeof GROUPINGS)[number]
export const GROUPING_SAID: Record<Grouping, string> = { source: 'Source', agent: 'Agent', office: 'Office' }
