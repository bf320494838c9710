import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { STREAM_LABELS } from '../sync/records.store.ts'

export type Twin = { targetId: string; idJson: string }

/** The documents behind these rows of ours, by their ids there; all of the stream when no rows are named. */
export const twinsOf = (db: Db, stream: LegacyStream, targetIds: readonly string[] | null): Promise<Twin[]> =>
  db.$queryRaw<Twin[]>`
    SELECT record.target_id::text AS "targetId", document.id_json AS "idJson"
      FROM legacy_record AS record
      JOIN legacy_document AS document ON document.stream = record.stream AND document.source_id = record.source_id
     WHERE record.stream = ${STREAM_LABELS[stream]}::legacy_stream
       AND (${targetIds === null} OR record.target_id = ANY(${[...(targetIds ?? [])]}::uuid[]))`
