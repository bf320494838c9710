import type { LegacyDoc } from '#world/legacy/documents.ts'
import { hasNul, idKey, isReachable, quarantined, type Reach, type Verdict } from './documents.ts'
import { readEmail, readMoment, readNumber } from './values.ts'

/** The smaller collections; nobody's mails hang on them. */
export const OTHERS = ['offices', 'photos', 'leads', 'sentAlerts', 'notes', 'tasks', 'appointments', 'deals'] as const
export type Other = (typeof OTHERS)[number]

/** Who and what has been accepted, by `idKey`. */
export type Targets = { agents: ReadonlySet<string>; contacts: ReadonlySet<string>; listings: ReadonlySet<string> }
type Objection = (doc: LegacyDoc, targets: Targets) => string | null

const isEmpty = (value: unknown) => value === undefined || value === null || String(value).trim() === ''
const isOneOf = (value: unknown, words: string[]) => words.includes(String(value).trim().toLowerCase())

const saysNothing = (value: unknown) =>
  String(value ?? '')
    .replaceAll('\u0000', '')
    .replaceAll(/<[^>]*>|&nbsp;/g, ' ')
    .trim() === ''

const withoutContact: Objection = ({ contactId }, { contacts }) => (contacts.has(idKey(contactId)) ? null : 'orphan')

/** Its contact has to be there; where none is named, its agent. */
const withoutAnybody: Objection = (doc, targets) => {
  if (doc.contactId !== undefined) return withoutContact(doc, targets)
  return targets.agents.has(idKey(doc.agentId)) ? null : 'orphan'
}

const OUTCOMES = ['scheduled', 'confirmed', 'done', 'canceled', 'noshow']

/** What may be wrong with a document, in the order in which it is looked at. */
const OBJECTIONS: Record<Other, Objection[]> = {
  offices: [({ address }) => (isEmpty(address) ? 'missing-address' : null)],
  photos: [
    ({ url }) => (String(url).startsWith('http') ? null : 'invalid-url'),
    ({ listingId }, { listings }) => (listings.has(idKey(listingId)) ? null : 'orphan'),
  ],
  leads: [
    ({ email, phone }) => (readEmail(email) === null && isEmpty(phone) ? 'no-way-to-reach' : null),
    ({ status }) => (isOneOf(status, ['hot', 'see bob']) ? 'unknown-lead-status' : null),
    (doc, targets) => (isEmpty(doc.contactId) ? null : withoutContact(doc, targets)),
  ],
  // A mail to somebody whom nobody knows was sent all the same.
  sentAlerts: [],
  notes: [({ body }) => (saysNothing(body) ? 'missing-text' : null), withoutContact],
  tasks: [
    ({ title }) => (saysNothing(title) ? 'missing-text' : null),
    ({ dueDate }) => (typeof dueDate === 'string' && !/\d/.test(dueDate) ? 'invalid-date' : null),
    withoutAnybody,
  ],
  appointments: [
    ({ start, end, minutes }) => {
      const from = readMoment(start)
      if (from === null) return 'invalid-date'
      const to = end === undefined ? from + (readNumber(minutes) ?? 60) * 60_000 : readMoment(end)
      return to !== null && to <= from ? 'ends-before-start' : null
    },
    ({ status }) => {
      const word = String(status)
        .toLowerCase()
        .replaceAll(/[^a-z]/g, '')
      return OUTCOMES.includes(word) ? null : 'unknown-appointment-status'
    },
    withoutAnybody,
  ],
  deals: [
    ({ stage }) => (isOneOf(stage, ['on ice', 'see notes']) ? 'unknown-stage' : null),
    ({ price }) => {
      const dollars = readNumber(price)
      return isEmpty(price) || (dollars !== null && dollars > 0) ? null : 'invalid-price'
    },
    withoutContact,
  ],
}

/** What has to come of a document of one of the smaller collections. */
export function judgeOther(name: Other, doc: LegacyDoc, reach: Reach, targets: Targets): Verdict<LegacyDoc> {
  if (!isReachable(doc, reach)) return { outcome: 'unreachable' }
  if (hasNul(doc)) return quarantined('nul-byte')
  for (const objectionTo of OBJECTIONS[name]) {
    const reason = objectionTo(doc, targets)
    if (reason) return quarantined(reason)
  }
  return { outcome: 'accepted', value: doc }
}
