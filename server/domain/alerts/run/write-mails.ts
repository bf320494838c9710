import type { Db } from '#server/db.ts'
import { mailsQueued } from '#server/domain/mail/mail.events.ts'
import { ensureAddresses, queueMails } from '#server/domain/mail/mail.service.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { EVENT_KINDS } from '../matching/event-kinds.ts'
import { arrayLiteral, QUOTED_KINDS } from './array-literal.ts'
import { batchesOf } from './grouping.ts'
import type { Line, Telling } from './tell-now.ts'

/** People of one statement. What is on its way outlives the young heap: of 4,000 at once, half a gigabyte was old before it went. */
const BATCH = 500

type Run = { runId: string; slot: Date }
type Mail = Telling & { id: string }

const quotedKind = ({ kind }: Line) => QUOTED_KINDS[EVENT_KINDS.indexOf(kind)] ?? kind

async function writeBatch(tx: Db, { runId, slot }: Run, mails: Mail[]) {
  await ensureAddresses(
    tx,
    mails.map(({ recipient }) => recipient),
  )
  await queueMails(
    tx,
    mails.map(({ id, recipient, contactId, role }) => ({
      id,
      kind: 'alert',
      recipient,
      ...(contactId === null ? {} : { contactId }),
      dedupeKey: `alert:${slot.toISOString()}:${recipient}`,
      payload: role === 'person' ? { runId } : { runId, role },
    })),
  )
  const columnOf = (cell: (line: Line) => string | number) => mails.map(({ lines }) => arrayLiteral(lines.map(cell)))
  await tx.$executeRaw`
    INSERT INTO alert_mail (id, run_id, slot, recipient, search_ids, versions, event_ids, listing_ids, kinds, role, copied)
    SELECT m.id, ${runId}::uuid, ${slot}, m.recipient, m.search_ids::uuid[], m.versions::int[], m.event_ids::uuid[],
           m.listing_ids::uuid[], m.kinds::search_event_kind[], m.role::alert_role, m.copied::uuid[]
      FROM unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ recipient }) => recipient)}::text[],
                  ${columnOf(({ searchId }) => searchId)}::text[], ${columnOf(({ version }) => version)}::text[],
                  ${columnOf(({ eventId }) => eventId)}::text[], ${columnOf(({ listingId }) => listingId)}::text[],
                  ${columnOf(quotedKind)}::text[], ${mails.map(({ role }) => role)}::text[],
                  ${mails.map(({ copied }) => arrayLiteral(copied ?? []))}::text[])
        AS m(id, recipient, search_ids, versions, event_ids, listing_ids, kinds, role, copied)`
}

/** Queues one mail for each person, with what it tells, and says how many. One person and slot have one mail, by key. */
export async function writeMails(tx: Db, run: Run, tellings: Iterable<Telling>): Promise<number> {
  let planned = 0
  for (const batch of batchesOf(tellings, BATCH)) {
    await writeBatch(
      tx,
      run,
      batch.map((telling) => ({ ...telling, id: newId() })),
    )
    planned += batch.length
  }
  if (planned > 0) await announce(tx, mailsQueued({ count: planned }))
  return planned
}
