import { db } from '#server/db.ts'
import { openSlackDoors } from '#server/domain/slack/inbox/inbox.http.ts'
import { openSpool } from '#server/domain/slack/inbox/spool.ts'
import { env, isBuild } from '#server/env.ts'
import { log } from '#server/log.ts'
import { slack } from '#server/slack-connection.ts'

const DRAIN_MS = 2_000

const doors = openSlackDoors({
  db,
  secret: env.SLACK_SIGNING_SECRET,
  bot: slack?.bot,
  spool: env.SLACK_SPOOL_DIR ? openSpool(env.SLACK_SPOOL_DIR) : undefined,
})

const globalForDoors = globalThis as { palmettoSlackDrain?: NodeJS.Timeout }
let isDraining = false

/** One turn at a time, also for what lay there when the process ended. */
async function drain() {
  if (isDraining) return
  isDraining = true
  await doors
    .drain()
    .catch((error: unknown) => log.error({ err: error }, 'What Slack sent could not be handed on to the database.'))
  isDraining = false
}

// Next makes a copy of this module for each route: one of them looks after the folder.
if (env.SLACK_SPOOL_DIR && !isBuild) globalForDoors.palmettoSlackDrain ??= setInterval(drain, DRAIN_MS).unref()

/** The doors for Slack, each at its own address. */
export const { openDoor } = doors
