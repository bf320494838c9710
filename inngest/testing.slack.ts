import type { InngestFunction } from 'inngest'
import { createSmtpMailer } from '#server/adapters/mail/smtp.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { connectSlackBot } from '#server/adapters/slack/bot.ts'
import type { Slack } from '#server/adapters/slack/open-slack.ts'
import { log } from '#server/log.ts'
import { relayOutbox } from '#server/outbox.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { freePort } from '#world/ports.ts'
import { ALARMS_CHANNEL, LEADS_CHANNEL, SLACK_TOKEN } from '#world/slack/slack.names.ts'
import { startSlack } from '#world/slack/slack.ts'
import { createInngest } from './client.ts'
import { startTestEngine } from './engine/testing.ts'
import type { Kit } from './scheduled.ts'

type Options = {
  members: { fullName: string; email: string }[]
  functions: (kit: Kit) => InngestFunction.Like[]
}

/** A Slack workspace on this machine, and these functions on the executor, with a database and a clock of their own. */
export async function startSlackApp({ members, functions }: Options) {
  const [own, world] = [await ownDatabase(), await startSlack({ port: await freePort(), members })]
  const slack: Slack = {
    bot: connectSlackBot({ token: SLACK_TOKEN, apiUrl: world.apiUrl, breakMs: 1 }),
    ...{ leadsChannel: LEADS_CHANNEL, alarmsChannel: ALARMS_CHANNEL },
  }
  const mailer = createSmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'Palmetto <alerts@palmetto.test>' })
  const legacy = connectLegacy({ url: 'mongodb://127.0.0.1:1', database: 'test' })
  let inngest: ReturnType<typeof createInngest> | undefined
  const engine = await startTestEngine({
    databaseUrl: own.url,
    app: ({ baseUrl, eventKey, signingKey, now }) => {
      const keys = { INNGEST_BASE_URL: baseUrl, INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey }
      const client = createInngest({ db: own.db, now, ...keys })
      const kit = { inngest: client, deps: { db: own.db, now, log, mailer, legacy, slack } }
      inngest = client
      return { client, functions: functions(kit) }
    },
  })
  const relay = () => relayOutbox({ db: own.db, send: async (facts) => inngest?.send(facts) })
  return {
    ...{ db: own.db, engine, world, slack },
    /** What is announced is heard within a second, as the live relay sees to it; then so much time goes by. */
    async settle(duration = '0s') {
      await relay()
      await engine.drain()
      for (let sent = 1; sent > 0; ) {
        await engine.advance('1s')
        sent = (await relay()).sent
        await engine.drain()
      }
      await engine.advance(duration)
    },
    stop: async () => {
      await engine.stop()
      mailer.close()
      await legacy.close()
      await world.stop()
      await own.close()
    },
  }
}
