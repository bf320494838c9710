import type { InngestFunction } from 'inngest'
import { createSmtpMailer } from '#server/adapters/mail/smtp.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import type { Push } from '#server/adapters/push/push.types.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { startSmtpServer } from '#server/testing/smtp.ts'
import { startMongoPeer } from '#world/mongo/peer.ts'
import { freePort } from '#world/ports.ts'
import { createInngest } from './client.ts'
import { startTestEngine } from './engine/testing.ts'
import { functionsFor } from './index.ts'
import type { Kit } from './scheduled.ts'

type Options = {
  startAt: Date
  push?: Push
  /** Fewer of them: an hour on the clock then runs no schedules but these. */
  functions?: (kit: Kit) => InngestFunction.Like[]
}

/**
 * The whole app behind the executor, on a clock that the test moves: its own database, a mail server with moods, an
 * empty legacy database, and every function as production registers it.
 */
export async function startTestApp({ startAt, push, functions = functionsFor }: Options) {
  const own = await ownDatabase()
  const smtp = await startSmtpServer()
  const mongo = await startMongoPeer({ port: await freePort() })
  const legacy = connectLegacy({ url: mongo.url, database: 'test' })
  const mailer = createSmtpMailer({ url: smtp.url, from: 'Palmetto <alerts@palmetto.test>', breakMs: 1 })
  const engine = await startTestEngine({
    databaseUrl: own.url,
    startAt,
    app: ({ baseUrl, eventKey, signingKey, now }) => {
      const client = createInngest({
        db: own.db,
        now,
        INNGEST_BASE_URL: baseUrl,
        INNGEST_EVENT_KEY: eventKey,
        INNGEST_SIGNING_KEY: signingKey,
      })
      return {
        client,
        functions: functions({ inngest: client, deps: { db: own.db, now, log, mailer, legacy, push } }),
      }
    },
  })
  const stop = async () => {
    await engine.stop()
    mailer.close()
    await legacy.close()
    await Promise.all([mongo.stop(), smtp.stop()])
    await own.close()
  }
  return { db: own.db, engine, smtp, mongo, stop }
}
