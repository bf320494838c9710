import type { RootDb } from '#server/db.ts'
import { failpoint } from '#server/failpoint.ts'
import { announce } from '#server/outbox.ts'
import { slackAsked } from '../slack.events.ts'
import type { SlackAsk } from './ask.schema.ts'

export type Kept = { key: string; ask: SlackAsk; receivedAt: Date }

const KINDS = { press: 'interaction', command: 'command', home: 'event' } as const

/**
 * Keeps what somebody did in Slack and announces it, in one transaction that the database itself gives up after
 * `withinMs`: what is told to have failed must not come true a minute later. The same request again changes nothing.
 */
export async function keepAsk(
  db: RootDb,
  { key, ask, receivedAt }: Kept,
  withinMs: number,
  signal?: AbortSignal,
): Promise<{ isNew: boolean }> {
  const kept = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(withinMs)}, true)`
      const [row] = await tx.slackRequest.createManyAndReturn({
        data: [{ key, kind: KINDS[ask.kind], ask, receivedAt }],
        skipDuplicates: true,
        select: { id: true },
      })
      if (row) await announce(tx, slackAsked({ requestId: row.id }))
      // Whoever waited has been told no meanwhile.
      signal?.throwIfAborted()
      return { isNew: row !== undefined }
    },
    { maxWait: withinMs, timeout: withinMs },
  )
  failpoint('slack.after-keep')
  return kept
}
