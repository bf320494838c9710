import { SIGNATURE_HOURS } from '#server/adapters/mail/mailgun-webhook.ts'
import type { Db, RootDb } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { log } from '#server/log.ts'
import { pullBrakeIfNeeded } from '../brake/brake.service.ts'
import { suppressAddresses } from '../suppression.service.ts'
import type { WantedEvent } from './events.policy.ts'
import { factOf, type ToldEvent } from './events.words.ts'
import { findSoftBouncers } from './soft-bouncers.sql.ts'

const HOUR_MS = 3_600_000

/** Notes the tokens; those that were noted before are missing from the answer. */
async function noteTokens(tx: Db, tokens: string[], now: Date): Promise<Set<string>> {
  // In order, so that two processes with the same tokens wait for each other and never both.
  const rows = await tx.$queryRaw<{ token: string }[]>`
    INSERT INTO webhook_receipt (token, received_at)
    SELECT token, ${now} FROM unnest(${tokens.sort()}::text[]) AS token
    ON CONFLICT DO NOTHING RETURNING token`
  return new Set(rows.map(({ token }) => token))
}

/** A signature that old is refused by its age: its token need not be remembered. */
const forgetTokens = (tx: Db, now: Date) =>
  tx.webhookReceipt.deleteMany({
    where: { receivedAt: { lt: new Date(now.getTime() - (SIGNATURE_HOURS + 1) * HOUR_MS) } },
  })

/** Writes the events of mails that are ours, each once; the answer holds those that were new. */
const writeEvents = (tx: Db, events: WantedEvent[], now: Date) => tx.$queryRaw<ToldEvent[]>`
  WITH told AS (
    INSERT INTO mail_event (mail_id, kind, provider_event_id, detail, occurred_at, recorded_at)
    SELECT m.id, e.kind::mail_event_kind, e.provider_event_id, e.detail, e.occurred_at, ${now}
      FROM unnest(${events.map(({ mailId }) => mailId)}::uuid[], ${events.map(({ kind }) => kind)}::text[],
                  ${events.map(({ providerEventId }) => providerEventId)}::text[],
                  ${events.map(({ detail }) => detail)}::text[],
                  ${events.map(({ occurredAt }) => occurredAt)}::timestamptz[])
           AS e(mail_id, kind, provider_event_id, detail, occurred_at)
      JOIN outbox_mail m ON m.id = e.mail_id
    ON CONFLICT DO NOTHING
    RETURNING mail_id, kind, detail, occurred_at)
  SELECT told.mail_id AS "mailId", told.kind, told.detail, told.occurred_at AS "occurredAt",
         m.recipient::text AS recipient, m.contact_id AS "contactId", m.subject,
         coalesce(m.payload ->> 'role' = 'further', false) AS "isFurther"
    FROM told JOIN outbox_mail m ON m.id = told.mail_id`

/** Who gets no more mails from now on, and why. A complaint weighs more than a bounce, a bounce more than a wish. */
async function blockAddresses(tx: Db, told: ToldEvent[], now: Date) {
  const soft = told.filter(({ kind }) => kind === 'delayed').map(({ recipient }) => recipient)
  const of = (wanted: ToldEvent['kind']) => told.filter(({ kind }) => kind === wanted).map(({ recipient }) => recipient)
  const softBouncers = await findSoftBouncers(tx, soft)
  const reasons = new Map([
    ...of('unsubscribed').map((email) => [email, 'unsubscribed'] as const),
    ...[...softBouncers, ...of('bounced')].map((email) => [email, 'bounced'] as const),
    ...of('complained').map((email) => [email, 'complained'] as const),
  ])
  await suppressAddresses(tx, reasons, now)
  return softBouncers
}

const ADVERSE = new Set<ToldEvent['kind']>(['bounced', 'complained'])

/**
 * Keeps what a provider tells of our mails: the events, the addresses that get no more, and the facts for the
 * timelines, in one transaction. An event whose token was used before changes nothing.
 */
export async function keepEvents(
  { db, now }: { db: RootDb; now: () => Date },
  events: WantedEvent[],
): Promise<('kept' | 'replayed')[]> {
  const at = now()
  const once = new Map(events.toReversed().map((event) => [event.token, event]))
  const { fresh, told } = await db.$transaction(async (tx) => {
    const tokens = await noteTokens(tx, [...once.keys()], at)
    const fresh = new Set([...once.values()].filter(({ token }) => tokens.has(token)))
    const told = await writeEvents(tx, [...fresh], at)
    const softBouncers = await blockAddresses(tx, told, at)
    await recordFacts(
      tx,
      told.flatMap((event) => factOf(event, softBouncers.has(event.recipient)) ?? []),
    )
    await forgetTokens(tx, at)
    return { fresh, told }
  })
  if (told.some(({ kind }) => ADVERSE.has(kind))) await judge(db, at)
  return events.map((event) => (fresh.has(event) ? 'kept' : 'replayed'))
}

/** The events are kept already: a brake that cannot be judged now is judged with the next one. */
const judge = (db: RootDb, at: Date) =>
  pullBrakeIfNeeded(db, at).catch((error: unknown) => log.warn({ err: error }, 'The brake could not be judged'))
