import { sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import { dateOf } from './date.values.ts'
import { booleanOf, plainText, shortened } from './text.values.ts'
import { extraOf, isMissing, isRefusal, readableFields, refuse, type Transform } from './transform.ts'

export type NoteRow = { text: string; pinned: boolean; createdAt: Date; updatedAt: Date }

const KNOWN = ['contactId', 'agentId', 'body', 'pinned']
const LONGEST = 20_000
const EPOCH = new Date(0)

/** Notes of the old system, as an agent would read them: no tags, no entities. */
export const transformNote: Transform<NoteRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  if (isMissing(fields.contactId)) return refuse('missing-contact', 'contactId', fields.contactId)
  const whole = plainText(fields.body)
  const text = shortened(whole, LONGEST).trim()
  if (text === '') return refuse('missing-text', 'body', fields.body)
  const updatedAt = document.updatedAt ?? dateOf(fields.createdAt) ?? EPOCH
  return {
    row: {
      text,
      pinned: booleanOf(fields.pinned) ?? false,
      createdAt: dateOf(fields.createdAt) ?? updatedAt,
      updatedAt,
    },
    needs: { stream: 'contacts', sourceId: sourceIdOf(fields.contactId) },
    wants: isMissing(fields.agentId) ? null : { stream: 'agents', sourceId: sourceIdOf(fields.agentId) },
    extra: extraOf(fields, KNOWN, { body: whole.length > LONGEST ? fields.body : null }),
  }
}
