import { sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import type { SentAlertRow } from '../shadow/sent-alerts.bulk.ts'
import { dateOf } from './date.values.ts'
import { centsOf } from './number.values.ts'
import { emailOf, textOf } from './text.values.ts'
import { extraOf, isRefusal, readableFields, refuse, type Transform } from './transform.ts'

const KNOWN = ['searchId', 'contactId', 'to', 'listingIds', 'prices', 'events', 'sentAt']
const KINDS = ['new', 'price', 'back']
/** More homes stand in no mail of theirs. */
const MOST_HOMES = 500
const EARLIEST = Date.UTC(2005, 0)
const LATEST = Date.UTC(2100, 0)

const isMissing = (value: unknown) => value === undefined || value === null || value === ''
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isMissing(value) ? [] : [value])
const plausible = (date: Date | null) => (date && date.getTime() > EARLIEST && date.getTime() < LATEST ? date : null)

/** When an ObjectId was made: its first four bytes are seconds. Null for other ids. */
export function writtenAtOf(sourceId: string): Date | null {
  const [, seconds] = /^o:([0-9a-f]{8})/.exec(sourceId) ?? []
  return seconds === undefined ? null : plausible(new Date(Number.parseInt(seconds, 16) * 1000))
}

function kindOf(value: unknown): string {
  const word = textOf(value)?.toLowerCase() ?? ''
  return KINDS.includes(word) ? word : ''
}

/** The mails that the old engine has logged. Whom and what they name is looked up when they are compared, not here. */
export const transformSentAlert: Transform<SentAlertRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  if (isMissing(fields.contactId)) return refuse('missing-contact', 'contactId', fields.contactId)
  const writtenAt = writtenAtOf(document.sourceId)
  const said = plausible(dateOf(fields.sentAt))
  const sentAt = said ?? (isMissing(fields.sentAt) ? (writtenAt ?? plausible(document.updatedAt)) : null)
  if (!sentAt) return refuse('invalid-date', 'sentAt', fields.sentAt)
  const homes = listOf(fields.listingIds)
    .filter((id) => !isMissing(id))
    .slice(0, MOST_HOMES)
  const [prices, kinds] = [listOf(fields.prices), listOf(fields.events)]
  return {
    row: {
      contactSourceId: sourceIdOf(fields.contactId),
      searchSourceId: isMissing(fields.searchId) ? null : sourceIdOf(fields.searchId),
      listingSourceIds: homes.map(sourceIdOf),
      pricesCents: homes.map((_, at) => centsOf(prices[at]) ?? 0),
      kinds: homes.map((_, at) => kindOf(kinds[at])),
      sentTo: emailOf(fields.to),
      ...{ sentAt, writtenAt },
    },
    needs: null,
    wants: null,
    extra: extraOf(fields, KNOWN, {
      to: emailOf(fields.to) ? null : textOf(fields.to),
      sentAt: said ? null : fields.sentAt,
    }),
  }
}
