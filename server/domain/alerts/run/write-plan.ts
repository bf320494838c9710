import type { Db } from '#server/db.ts'
import { mailsQueued } from '#server/domain/mail/mail.events.ts'
import { ensureAddresses, queueMails } from '#server/domain/mail/mail.service.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import type { Match } from '../matching/matcher.ts'
import { writeLedger } from './write-ledger.ts'

type Plan = { runId: string; slot: Date; matches: Match[] }

/** Which (address, home, event) were planned before: whatever search or run they came from, they are not planned again. */
async function findAlreadySent(tx: Db, matches: Match[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT lower(s.recipient::text) || ' ' || s.event_id AS key
      FROM alert_sent s
      JOIN unnest(${matches.map(({ recipient }) => recipient)}::citext[], ${matches.map(({ listingId }) => listingId)}::uuid[],
                  ${matches.map(({ eventId }) => eventId)}::uuid[]) AS m(recipient, listing_id, event_id)
        ON s.recipient = m.recipient AND s.listing_id = m.listing_id AND s.event_id = m.event_id`
  return new Set(rows.map(({ key }) => key))
}

/** Writes the ledger and one outbox mail for each person with something new. Returns how many people that is. */
export async function writePlan(tx: Db, { runId, slot, matches }: Plan): Promise<number> {
  if (matches.length === 0) return 0
  const sentBefore = await findAlreadySent(tx, matches)
  const fresh = matches.filter(({ recipient, eventId }) => !sentBefore.has(`${recipient} ${eventId}`))
  const mailOf = new Map<string, { id: string; contactId: string }>()
  for (const { recipient, contactId } of fresh) {
    if (!mailOf.has(recipient)) mailOf.set(recipient, { id: newId(), contactId })
  }
  const mails = [...mailOf].map(([recipient, { id, contactId }]) => ({ id, recipient, contactId }))

  await ensureAddresses(tx, [...mailOf.keys()])
  await queueMails(
    tx,
    mails.map(({ id, recipient, contactId }) => ({
      id,
      kind: 'alert',
      recipient,
      contactId,
      dedupeKey: `alert:${slot.toISOString()}:${recipient}`,
      payload: { runId },
    })),
  )
  await tx.$executeRaw`
    INSERT INTO alert_mail (id, run_id, slot, recipient)
    SELECT m.id, ${runId}::uuid, ${slot}, m.recipient
      FROM unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ recipient }) => recipient)}::text[]) AS m(id, recipient)`

  const mailIdOf = ({ recipient, eventId }: Match) =>
    sentBefore.has(`${recipient} ${eventId}`) ? null : (mailOf.get(recipient)?.id ?? null)
  await writeLedger(tx, { runId, matches: matches.map((match) => ({ ...match, mailId: mailIdOf(match) })) })
  if (mails.length > 0) await announce(tx, mailsQueued({ count: mails.length }))
  return mails.length
}
