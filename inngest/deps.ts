import type { Mailer } from '#server/adapters/mail/mail.ts'
import type { LegacySource } from '#server/adapters/mongo/mongo.ts'
import type { Push } from '#server/adapters/push/push.types.ts'
import type { Slack } from '#server/adapters/slack/open-slack.ts'
import type { RootDb } from '#server/db.ts'
import type { Matcher } from '#server/domain/alerts/matching/matcher.ts'
import type { Log } from '#server/log.ts'

/** What the functions work with. The worker passes the real ones, a test its own. */
export type Deps = {
  db: RootDb
  now: () => Date
  log: Log
  mailer: Mailer
  legacy: LegacySource
  /** The bot in Slack; undefined where none is set up. */
  slack?: Slack | undefined
  /** Notifications in browsers; undefined where no keys are set up. */
  push?: Push | undefined
  /** The matcher of this process; without one the database matches. */
  match?: Matcher
}
