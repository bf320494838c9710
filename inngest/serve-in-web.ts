import { serve } from 'inngest/next'
import { openMailer } from '#server/adapters/mail/open-mailer.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { openPush } from '#server/adapters/push/open-push.ts'
import { openSlack } from '#server/adapters/slack/open-slack.ts'
import { db } from '#server/db.ts'
import { env } from '#server/env.ts'
import { log } from '#server/log.ts'
import { createInngest } from './client.ts'
import { functionsFor } from './index.ts'

type Handlers = ReturnType<typeof serve>

/** The functions behind a route of the web process: for serverless, where one process has to play both parts. */
function open(): Handlers {
  const now = () => new Date()
  const inngest = createInngest({ ...env, db, now })
  const mailer = openMailer(env)
  const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: env.LEGACY_MONGO_DATABASE })
  const functions = functionsFor({
    inngest,
    deps: { db, now, log, mailer, legacy, push: openPush(env), slack: openSlack(env) },
  })
  return serve({ client: inngest, functions })
}

let handlers: Handlers | undefined

/** Null where the role is `web`: a page server never runs a job, and says that there is nothing here. */
export function inngestHandlers(): Handlers | null {
  if (env.PALMETTO_ROLE === 'web') return null
  handlers ??= open()
  return handlers
}
