/** How somebody of the firm turned to a contact. */
export const TOUCH_CHANNELS = ['call', 'text', 'email', 'visit'] as const
export type TouchChannel = (typeof TOUCH_CHANNELS)[number]

/** What came of it. */
export const TOUCH_OUTCOMES = ['reached', 'leftMessage', 'noAnswer', 'sent'] as const
export type TouchOutcome = (typeof TOUCH_OUTCOMES)[number]

/** What can come of which, the most frequent first. A check of the database holds the same. */
export const OUTCOMES_OF: Record<TouchChannel, readonly TouchOutcome[]> = {
  call: ['reached', 'leftMessage', 'noAnswer'],
  text: ['sent', 'reached'],
  email: ['sent', 'reached'],
  visit: ['reached', 'noAnswer', 'leftMessage'],
}

export const CHANNEL_SAID: Record<TouchChannel, string> = {
  call: 'Call',
  text: 'Text',
  email: 'E-mail',
  visit: 'Visit',
}

const SAID: Record<TouchChannel, Partial<Record<TouchOutcome, string>>> = {
  call: { reached: 'Spoke', leftMessage: 'Left a message', noAnswer: 'No answer' },
  text: { sent: 'Sent', reached: 'They answered' },
  email: { sent: 'Sent', reached: 'They answered' },
  visit: { reached: 'Met', noAnswer: 'Nobody there', leftMessage: 'Left a card' },
}

/** "Left a message", as it is said of a call. */
export const outcomeSaid = (channel: TouchChannel, outcome: TouchOutcome): string => SAID[channel][outcome] ?? 'Done'
