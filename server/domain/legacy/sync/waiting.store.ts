import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'

/** Rows that stand without what they want remember it in `extra` under this name: a listing its agent, a lead its home. */
export const WAITS_FOR: Partial<Record<LegacyStream, string>> = { listings: '$agent', leads: '$listing' }

type Waiting = { targetId: string; waitsFor: string }

// The names stand in the text of the statements: only so do the partial indexes answer.

/** The listings that wait for one of these agents. */
export const listingsWaitingFor = (tx: Db, agentSourceIds: string[]): Promise<Waiting[]> => tx.$queryRaw`
  SELECT target_id::text AS "targetId", extra->>'$agent' AS "waitsFor"
    FROM legacy_record
   WHERE stream = 'listings' AND extra ? '$agent' AND extra->>'$agent' = ANY(${agentSourceIds}::text[])`

/** The leads that wait for one of these homes. */
export const leadsWaitingFor = (tx: Db, listingSourceIds: string[]): Promise<Waiting[]> => tx.$queryRaw`
  SELECT target_id::text AS "targetId", extra->>'$listing' AS "waitsFor"
    FROM legacy_record
   WHERE stream = 'leads' AND extra ? '$listing' AND extra->>'$listing' = ANY(${listingSourceIds}::text[])`

export const listingsWaitNoMore = (tx: Db, agentSourceIds: string[]) => tx.$executeRaw`
  UPDATE legacy_record SET extra = nullif(extra - '$agent', '{}'::jsonb)
   WHERE stream = 'listings' AND extra ? '$agent' AND extra->>'$agent' = ANY(${agentSourceIds}::text[])`

export const leadsWaitNoMore = (tx: Db, listingSourceIds: string[]) => tx.$executeRaw`
  UPDATE legacy_record SET extra = nullif(extra - '$listing', '{}'::jsonb)
   WHERE stream = 'leads' AND extra ? '$listing' AND extra->>'$listing' = ANY(${listingSourceIds}::text[])`
