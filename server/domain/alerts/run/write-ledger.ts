import type { Db } from '#server/db.ts'
import type { Match } from '../matching/matcher.ts'

/** One statement a batch: a row at a time, a large ledger costs minutes. */
const BATCH = 20_000

function* batchesOf<T>(rows: T[]) {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH)
}

/** A match with the mail that tells of it; null when an earlier mail did. */
type Told = Match & { mailId: string | null }

/** The memory that makes a repeat impossible: one row per address, home and event. */
async function rememberSent(tx: Db, matches: Told[]) {
  const sent = new Map<string, { recipient: string; listingId: string; eventId: string; mailId: string }>()
  for (const { recipient, listingId, eventId, mailId } of matches) {
    if (mailId) sent.set(`${recipient} ${eventId}`, { recipient, listingId, eventId, mailId })
  }
  for (const batch of batchesOf([...sent.values()])) {
    await tx.$executeRaw`
      INSERT INTO alert_sent (recipient, listing_id, event_id, mail_id)
      SELECT * FROM unnest(${batch.map(({ recipient }) => recipient)}::text[], ${batch.map(({ listingId }) => listingId)}::uuid[],
                           ${batch.map(({ eventId }) => eventId)}::uuid[], ${batch.map(({ mailId }) => mailId)}::uuid[])`
  }
}

/** Writes why each home is in each mail, and what was told to whom. */
export async function writeLedger(tx: Db, { runId, matches }: { runId: string; matches: Told[] }): Promise<void> {
  await rememberSent(tx, matches)
  for (const batch of batchesOf(matches)) {
    await tx.$executeRaw`
      INSERT INTO alert_match (run_id, search_id, version, event_id, listing_id, kind, mail_id)
      SELECT ${runId}::uuid, m.search_id, m.version, m.event_id, m.listing_id,
             (CASE m.kind WHEN 'PriceDrop' THEN 'Price Drop' WHEN 'BackOnMarket' THEN 'Back On Market' ELSE m.kind END)::search_event_kind,
             m.mail_id
        FROM unnest(${batch.map(({ searchId }) => searchId)}::uuid[], ${batch.map(({ version }) => version)}::int[],
                    ${batch.map(({ eventId }) => eventId)}::uuid[], ${batch.map(({ listingId }) => listingId)}::uuid[],
                    ${batch.map(({ kind }) => kind)}::text[], ${batch.map(({ mailId }) => mailId)}::uuid[])
          AS m(search_id, version, event_id, listing_id, kind, mail_id)`
  }
}
