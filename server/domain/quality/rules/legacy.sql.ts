import { TRANSFORM_VERSION } from '#server/domain/legacy/sync/transform.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { daysBefore, type Rule } from './rule.ts'

/** Tables this reads across subjects. @public */
export const READS = [
  ...['legacy_quarantine', 'legacy_field', 'legacy_record', 'legacy_document', 'person', 'contact', 'listing'],
  'saved_search',
] as const

const stream = 'legacy'

export const legacyRules: readonly Rule[] = [
  {
    ...{ key: 'legacy.quarantined', stream, severity: 'serious' },
    name: 'In quarantine for more than a week',
    wrong: 'A record of the old system could not be taken as it is, and nobody has mended it for a week.',
    matters: 'It is missing here: a client, a home or an alert that nobody sees.',
    advice: 'Open it, say what the value is to be read as, or mend it in the old system.',
    find: (now) => Prisma.sql`
      SELECT stream::text || '/' || source_id AS "recordId", reason AS sample FROM legacy_quarantine
       WHERE first_seen_at < ${daysBefore(now, 7)}::timestamptz`,
  },
  {
    ...{ key: 'legacy.new-field', stream, severity: 'minor' },
    name: 'A new field that nobody has looked at',
    wrong: 'The old system has begun to write a field that nobody here knows.',
    matters: 'It may mean something: until somebody says so it is kept, and used by nobody.',
    advice: 'Look at it on the page of the legacy sync, and say that it is known.',
    find: () => Prisma.sql`
      SELECT stream::text || '/' || first_source_id AS "recordId", left(path, 60) || ' as ' || type AS sample FROM legacy_field
       WHERE is_new AND accepted_at IS NULL`,
  },
  {
    ...{ key: 'legacy.orphaned', stream, severity: 'critical' },
    name: 'Came over, and is not here',
    wrong: 'The books say that a record of the old system came over, and the row they name is not there.',
    matters: 'The sync believes that all is well, and the record is lost to everybody.',
    advice: 'Let the walk through the old system run: it brings back what is missing. If it stays, tell an engineer.',
    find: () => Prisma.sql`
      SELECT r.stream::text || '/' || r.source_id AS "recordId", 'its row is gone' AS sample
        FROM legacy_record r
        LEFT JOIN person p ON r.stream = 'agents' AND p.id = r.target_id
        LEFT JOIN contact c ON r.stream = 'contacts' AND c.id = r.target_id
        LEFT JOIN listing l ON r.stream = 'listings' AND l.id = r.target_id
        LEFT JOIN saved_search s ON r.stream = 'saved_searches' AND s.id = r.target_id
       WHERE r.stream IN ('agents', 'contacts', 'listings', 'saved_searches')
         AND num_nonnulls(p.id, c.id, l.id, s.id) = 0`,
  },
  {
    ...{ key: 'legacy.read-by-old-rules', stream, severity: 'minor' },
    name: 'Read by rules of before',
    wrong: 'The record was last read by an older version of the transforms, more than a day ago.',
    matters: 'What newer rules understand of it is not here yet.',
    advice: 'Let the walk through the old system run: it reads such records again.',
    find: (now) => Prisma.sql`
      SELECT stream::text || '/' || source_id AS "recordId", 'version ' || applied_version AS sample FROM legacy_document
       WHERE applied_version < ${TRANSFORM_VERSION} AND gone_at IS NULL AND read_at < ${daysBefore(now, 1)}::timestamptz`,
  },
]
