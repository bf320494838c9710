import { DOOR_SAID } from '#server/domain/leads/doors/doors.words.ts'
import { STATE_SAID } from '#server/domain/leads/inbox/inbox.words.ts'
import type { LeadKind } from '#server/domain/leads/leads.words.ts'
import type { InquiryState } from '#server/generated/prisma/enums.ts'
import type { Tone } from '../../_ui/tone.ts'
import type { Lead } from './_queries.ts'

/** What a kind of lead is called as a filter. */
export const KIND_LABEL: Record<LeadKind, string> = {
  Question: 'Questions',
  Showing: 'Visits',
  SignUp: 'Sign-ups',
  General: 'Got in touch',
}

const TONE_OF: Record<InquiryState, Tone> = {
  received: 'waiting',
  offered: 'waiting',
  pond: 'neutral',
  open: 'warning',
  answered: 'good',
}

/** How a lead stands: a tone and its word. */
export const standsAs = (state: InquiryState) => ({ tone: TONE_OF[state], word: STATE_SAID[state] })

/** "Zillow, by webhook", "Our own pages". */
export const cameBy = ({ door, source }: Pick<Lead, 'door' | 'source'>) =>
  source ? `${source.name} (${DOOR_SAID[door].toLowerCase()})` : DOOR_SAID[door]

/** "Ann Lee", "Ann Lee and Ben Hart", "Ann Lee and 4 others". */
export function namesInWords(people: readonly { fullName: string }[]): string {
  const [first, second] = people
  if (!first) return 'Nobody'
  if (!second) return first.fullName
  return people.length === 2
    ? `${first.fullName} and ${second.fullName}`
    : `${first.fullName} and ${people.length - 1} others`
}
