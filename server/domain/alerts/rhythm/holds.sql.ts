import type { Db } from '#server/db.ts'
import type { HoldReason } from '#server/generated/prisma/enums.ts'
import { EVENT_KINDS, KIND_WORDS } from '../matching/event-kinds.ts'
import { groupTellings } from '../recipients/merge-tellings.ts'
import { arrayLiteral, QUOTED_KINDS } from '../run/array-literal.ts'
import { batchesOf } from '../run/grouping.ts'
import type { Telling } from '../run/tell-now.ts'
import type { Hold } from './hold-back.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact'] as const

const BATCH = 10_000

/** Keeps what a run found and did not tell. One search, run and recipient have one hold, by key. */
export async function writeHolds(tx: Db, runId: string, holds: readonly Hold[]): Promise<void> {
  for (const batch of batchesOf(holds, BATCH)) {
    const linesOf = (cell: (line: Hold['lines'][number]) => string) =>
      batch.map(({ lines }) => arrayLiteral(lines.map(cell)))
    await tx.$executeRaw`
      INSERT INTO alert_hold (search_id, run_id, recipient, version, reason, due_at, expires_at, event_ids, listing_ids, kinds)
      SELECT h.search_id, h.run_id, h.recipient, h.version, h.reason::hold_reason, h.due_at, h.expires_at,
             h.event_ids::uuid[], h.listing_ids::uuid[], h.kinds::search_event_kind[]
        FROM unnest(${batch.map(({ searchId }) => searchId)}::uuid[],
                    ${batch.map(({ foundIn }) => (foundIn ? foundIn.runId : runId))}::uuid[],
                    ${batch.map(({ recipient }) => recipient)}::text[], ${batch.map(({ version }) => version)}::int[],
                    ${batch.map(({ reason }): HoldReason => reason)}::text[],
                    ${batch.map(({ dueAt }) => dueAt)}::timestamptz[], ${batch.map(({ expiresAt }) => expiresAt)}::timestamptz[],
                    ${linesOf(({ eventId }) => eventId)}::text[], ${linesOf(({ listingId }) => listingId)}::text[],
                    ${linesOf(({ kind }) => QUOTED_KINDS[EVENT_KINDS.indexOf(kind)] ?? kind)}::text[])
          AS h(search_id, run_id, recipient, version, reason, due_at, expires_at, event_ids, listing_ids, kinds)`
  }
}

/** Whether a run at `slot` has something to do although nothing happened: what is due, or was not approved in time. */
export async function isAnythingDue(tx: Db, slot: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ due: boolean }[]>`
    SELECT EXISTS (SELECT FROM alert_hold WHERE state = 'waiting' AND due_at IS NOT NULL AND due_at <= ${slot})
        OR EXISTS (SELECT FROM alert_hold WHERE state = 'waiting' AND due_at IS NULL AND expires_at <= ${slot}) AS due`
  return row?.due ?? false
}

/** What nobody will be told any more: the search or its person is gone, they left it or rest, or no agent spoke in time. */
const dropStale = (tx: Db, slot: Date) => tx.$executeRaw`
  UPDATE alert_hold h
     SET state = 'dropped',
         dropped_because = CASE WHEN h.due_at IS NULL THEN 'not-approved' WHEN NOT s.active_yn OR s.removed_at IS NOT NULL
                                THEN 'search-off' WHEN p.removed_at IS NOT NULL OR p.email IS NULL THEN 'nobody-to-tell' ELSE 'left' END
    FROM saved_search s JOIN contact p ON p.id = s.contact_id
   WHERE s.id = h.search_id AND h.state = 'waiting'
     AND ((h.due_at IS NULL AND h.expires_at <= ${slot})
          OR (h.due_at <= ${slot}
              AND (NOT s.active_yn OR s.removed_at IS NOT NULL OR p.removed_at IS NOT NULL OR p.email IS NULL
                   OR (h.recipient IS NULL AND h.reason <> 'approval' AND s.contact_left_at IS NOT NULL)
                   OR (h.recipient IS NOT NULL AND NOT EXISTS (
                         SELECT FROM search_recipient r
                          WHERE r.search_id = h.search_id AND r.email = h.recipient AND r.left_at IS NULL
                            AND r.removed_at IS NULL AND (r.paused_until IS NULL OR r.paused_until <= ${slot}))))))`

type Due = {
  searchId: string
  version: number
  /** Whose hold it is; null for the contact's. */
  heldFor: string | null
  /** The contact's address. */
  recipient: string
  contactId: string
  isLeft: boolean
  isApproved: boolean
  runId: string | null
  eventIds: string[]
  listingIds: string[]
  kinds: string[]
}

const kindOf = new Map(EVENT_KINDS.map((kind): [string, (typeof EVENT_KINDS)[number]] => [KIND_WORDS[kind], kind]))

function linesOf({ searchId, version, eventIds, listingIds, kinds }: Due): Telling['lines'] {
  return eventIds.flatMap((eventId, line) => {
    const [listingId, kind] = [listingIds[line], kindOf.get(kinds[line] ?? '')]
    return listingId !== undefined && kind ? [{ searchId, version, eventId, listingId, kind }] : []
  })
}

const toTelling = (due: Due): Telling => ({
  recipient: due.heldFor ?? due.recipient,
  contactId: due.contactId,
  role: due.heldFor === null ? 'person' : 'further',
  lines: linesOf(due),
})

/** `tellings`: what is due, by person. `approved`: what agents have approved, as their contacts hear of it. */
export type Taken = { tellings: Telling[]; approved: Telling[] }

/**
 * Takes what is due at `slot` out of waiting, for the run that tells it, by person as they can be reached now. Of two
 * runs at once, one takes it.
 */
export async function takeDue(tx: Db, runId: string, slot: Date): Promise<Taken> {
  await dropStale(tx, slot)
  const due = await tx.$queryRaw<Due[]>`
    UPDATE alert_hold h SET state = 'told', told_in_run_id = ${runId}::uuid
      FROM saved_search s JOIN contact p ON p.id = s.contact_id
     WHERE s.id = h.search_id AND h.state = 'waiting' AND h.due_at <= ${slot}
    RETURNING h.search_id::text AS "searchId", h.version, lower(h.recipient::text) AS "heldFor",
              lower(p.email::text) AS recipient, p.id::text AS "contactId", s.contact_left_at IS NOT NULL AS "isLeft",
              h.reason = 'approval' AS "isApproved", h.run_id::text AS "runId",
              h.event_ids::text[] AS "eventIds", h.listing_ids::text[] AS "listingIds", h.kinds::text[] AS kinds`
  const theirs = due.filter(({ heldFor, isLeft }) => heldFor !== null || !isLeft)
  return {
    tellings: [...groupTellings(theirs.map(toTelling)).values()],
    approved: due.flatMap((hold) => (hold.isApproved ? [{ ...toTelling(hold), foundIn: { runId: hold.runId } }] : [])),
  }
}
