/** Why a document of the old system could not be accepted, and what helps. */
const REFUSAL_WORDS = {
  'nul-byte': 'A text holds a byte that no database stores. Retype that field in the old system.',
  'invalid-price': 'The price is missing, zero or no number.',
  'unknown-status': 'Nobody knows this status word.',
  'unknown-property-type': 'Nobody knows this kind of home.',
  'unknown-office': 'There is no office of this name. Add it, and its agents follow by themselves.',
  'invalid-email': 'An agent needs a working e-mail address.',
  'missing-name': 'The name is missing.',
  'missing-address': 'The street or the town is missing.',
  'invalid-postal-code': 'The zip code does not have five digits.',
  'implausible-rooms': 'The number of rooms can not be right.',
  'missing-agent': 'The contact names no agent.',
  'missing-contact': 'The search names no contact.',
  'invalid-criteria': 'The search asks for something that can not be searched for.',
  orphan: 'It belongs to a record that has not arrived. It follows by itself when that one does.',
  'refused-by-database': 'The database refused it.',
} as const

export type RefusalReason = keyof typeof REFUSAL_WORDS

const isReason = (reason: string): reason is RefusalReason => reason in REFUSAL_WORDS

/** A reason for people; one that this version no longer gives stands for itself. */
export const refusalWords = (reason: string): string => (isReason(reason) ? REFUSAL_WORDS[reason] : reason)
