import type { Db } from '#server/db.ts'
import type { QualityStreamName } from './quality.words.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'contact', 'listing', 'saved_search', 'outbox_mail'] as const

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
type Named = { id: string; name: string }

function readNames(db: Db, stream: QualityStreamName, ids: readonly string[]): Promise<Named[]> {
  switch (stream) {
    case 'people':
      return db.$queryRaw`SELECT id::text, full_name AS name FROM person WHERE id = ANY(${[...ids]}::uuid[])`
    case 'contacts':
      return db.$queryRaw`SELECT id::text, full_name AS name FROM contact WHERE id = ANY(${[...ids]}::uuid[])`
    case 'listings':
      return db.$queryRaw`
        SELECT id::text, street_address || coalesce(' ' || unit_number, '') || ', ' || city AS name
          FROM listing WHERE id = ANY(${[...ids]}::uuid[])`
    case 'savedSearches':
      return db.$queryRaw`
        SELECT s.id::text, s.name || ' (' || c.full_name || ')' AS name
          FROM saved_search s JOIN contact c ON c.id = s.contact_id WHERE s.id = ANY(${[...ids]}::uuid[])`
    case 'mails':
      return db.$queryRaw`
        SELECT id::text, coalesce(subject, 'A mail of the kind ' || kind) AS name
          FROM outbox_mail WHERE id = ANY(${[...ids]}::uuid[])`
    case 'legacy':
      return Promise.resolve([])
  }
}

/** What records are called today: a name stands in its own table, and is gone from here when it is gone there. */
export async function namesOfRecords(
  db: Db,
  stream: QualityStreamName,
  recordIds: readonly string[],
): Promise<Map<string, string>> {
  if (stream === 'legacy') return new Map(recordIds.map((id) => [id, id.slice(id.indexOf('/') + 1)]))
  const rows = await readNames(
    db,
    stream,
    recordIds.filter((id) => UUID.test(id)),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
