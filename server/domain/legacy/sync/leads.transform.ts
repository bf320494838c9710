import { sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import { dateOf } from './date.values.ts'
import { emailOf, phoneOf, textOf } from './text.values.ts'
import { extraOf, isMissing, isRefusal, readableFields, refuse, type Transform } from './transform.ts'

export type LeadRow = {
  kind: 'Question' | 'Showing'
  fullName: string
  email: string | null
  phone: string | null
  message: string | null
  receivedAt: Date
  answeredAt: Date | null
  /** Whoever has it over there, by the identity of their document. */
  agentSourceId: string | null
}

const KNOWN = ['name', 'email', 'phone', 'message', 'kind', 'status', 'contactId', 'agentId', 'listingId', 'answeredAt']
const EPOCH = new Date(0)

const ANSWERED = new Set(['contacted', 'working', 'answered', 'converted', 'closed', 'dead', 'lost', 'done'])
const OPEN = new Set(['', 'new', 'open', 'assigned', 'unassigned'])

/** Which state a word means; null for a word that nobody knows. */
function isAnswered(value: unknown): boolean | null {
  const word = textOf(value)?.toLowerCase() ?? ''
  return ANSWERED.has(word) ? true : OPEN.has(word) ? false : null
}

/** Leads of the old system: somebody came by themselves, and an agent has them over there. */
export const transformLead: Transform<LeadRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  const [email, phone] = [emailOf(fields.email), phoneOf(fields.phone)]
  const answered = isAnswered(fields.status)
  if (!email && !phone) return refuse('no-way-to-reach', 'email', fields.email)
  if (answered === null) return refuse('unknown-lead-status', 'status', fields.status)
  const agentSourceId = isMissing(fields.agentId) ? null : sourceIdOf(fields.agentId)
  const createdAt = dateOf(fields.createdAt)
  const changedAt = document.updatedAt ?? createdAt ?? EPOCH
  return {
    row: {
      kind: /show|visit|tour/i.test(textOf(fields.kind) ?? '') ? 'Showing' : 'Question',
      fullName: (textOf(fields.name) ?? email ?? phone ?? '').replaceAll(/\s+/g, ' '),
      email,
      phone,
      message: textOf(fields.message),
      receivedAt: createdAt ?? changedAt,
      answeredAt: answered ? (dateOf(fields.answeredAt) ?? changedAt) : null,
      agentSourceId,
    },
    needs: isMissing(fields.contactId) ? null : { stream: 'contacts', sourceId: sourceIdOf(fields.contactId) },
    wants: isMissing(fields.listingId) ? null : { stream: 'listings', sourceId: sourceIdOf(fields.listingId) },
    alsoWants: agentSourceId ? [{ stream: 'agents', sourceId: agentSourceId }] : [],
    extra: extraOf(fields, KNOWN, { email: email ? null : textOf(fields.email) }),
  }
}
