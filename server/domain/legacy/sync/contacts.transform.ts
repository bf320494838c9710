import { sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import type { ContactStage } from '#server/generated/prisma/enums.ts'
import { dateOf } from './date.values.ts'
import { emailOf, phoneOf, textOf } from './text.values.ts'
import { extraOf, isRefusal, readableFields, refuse, type Transform } from './transform.ts'

export type ContactRow = {
  fullName: string
  email: string | null
  phone: string | null
  stage: ContactStage
  source: string | null
  createdAt: Date
  updatedAt: Date
}

const STAGES: Record<string, ContactStage> = { lead: 'lead', active: 'active', client: 'client', past: 'past' }
const KNOWN = ['firstName', 'lastName', 'email', 'phone', 'agentId', 'stage', 'source']
const EPOCH = new Date(0)

const nameOf = (fields: Record<string, unknown>, email: string | null, phone: string | null) =>
  [textOf(fields.firstName), textOf(fields.lastName)].filter(Boolean).join(' ') || email || phone || 'Without a name'

/** Contacts of the old system. One without a usable address is kept, and what stood in its place too. */
export const transformContact: Transform<ContactRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  if (fields.agentId === undefined || fields.agentId === null || fields.agentId === '') {
    return refuse('missing-agent', 'agentId', fields.agentId)
  }
  const [email, phone] = [emailOf(fields.email), phoneOf(fields.phone)]
  const stage = STAGES[textOf(fields.stage)?.toLowerCase() ?? 'lead']
  const updatedAt = document.updatedAt ?? dateOf(fields.createdAt) ?? EPOCH
  return {
    row: {
      fullName: nameOf(fields, email, phone),
      email,
      phone,
      stage: stage ?? 'lead',
      source: textOf(fields.source),
      createdAt: dateOf(fields.createdAt) ?? updatedAt,
      updatedAt,
    },
    needs: { stream: 'agents', sourceId: sourceIdOf(fields.agentId) },
    wants: null,
    extra: extraOf(fields, KNOWN, {
      email: email ? null : textOf(fields.email),
      stage: stage ? null : fields.stage,
    }),
  }
}
