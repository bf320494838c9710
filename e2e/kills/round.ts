import type { Mailer } from '#server/adapters/mail/mail.ts'
import type { LegacySource } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { closeBooks } from '#server/domain/alerts/run/close-books.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { runSync } from '#server/domain/legacy/sync/run.ts'
import { deliverMails } from '#server/domain/mail/mail.delivery.ts'
import { log } from '#server/log.ts'
import { composeMail } from '#server/mail-composers.ts'
import { relayOutbox, type SendFacts } from '#server/outbox.ts'

type Deps = { db: RootDb; legacy: LegacySource; mailer: Mailer; send: SendFacts; now: () => Date }

/** The run and the tick: the same again is what an executor does with a step whose worker died. */
export type RoundOrder = { run: string; slot: Date }

/** Everything that an alert passes through, once. */
export async function playRound({ db, legacy, mailer, send, now }: Deps, { run: jobRunId, slot }: RoundOrder) {
  await runSync({ db, legacy, now, log }, { jobRunId, lagMs: 0 })
  await planAlerts({ db, now, match: matchInSql }, { jobRunId, slot })
  await relayOutbox({ db, send })
  await deliverMails({ db, mailer, now, compose: composeMail }, { limit: 1_000 })
  await closeBooks({ db, now })
}
