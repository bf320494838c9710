import { sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import type { Criteria } from '#server/domain/alerts/searches.schema.ts'
import { dateOf } from './date.values.ts'
import { criteriaOf } from './searches.criteria.ts'
import { booleanOf, shortened, textOf } from './text.values.ts'
import { extraOf, isMissing, isRefusal, readableFields, refuse, type Transform } from './transform.ts'

export type SearchRow = {
  name: string
  /** Whether its person wants mails; whether there is an address to write to is for the contact to say. */
  wanted: boolean
  criteria: Criteria
  createdAt: Date
  updatedAt: Date
}

const KNOWN = ['contactId', 'agentId', 'name', 'criteria', 'statuses', 'events', 'frequency', 'active']
const EPOCH = new Date(0)

/** Saved searches of the old system. */
export const transformSearch: Transform<SearchRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  if (isMissing(fields.contactId)) return refuse('missing-contact', 'contactId', fields.contactId)
  const read = criteriaOf(fields)
  if (isRefusal(read)) return read
  const updatedAt = document.updatedAt ?? dateOf(fields.createdAt) ?? EPOCH
  return {
    row: {
      name: shortened(textOf(fields.name) ?? 'Saved search', 120),
      // Unreadable is no consent.
      wanted: booleanOf(fields.active) ?? (fields.active === undefined || fields.active === null),
      criteria: read.criteria,
      createdAt: dateOf(fields.createdAt) ?? updatedAt,
      updatedAt,
    },
    needs: { stream: 'contacts', sourceId: sourceIdOf(fields.contactId) },
    wants: isMissing(fields.agentId) ? null : { stream: 'agents', sourceId: sourceIdOf(fields.agentId) },
    extra: extraOf(fields, KNOWN, { frequency: fields.frequency === 'instant' ? null : fields.frequency }),
  }
}
