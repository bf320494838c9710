import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { relayOutbox } from '#server/outbox.ts'
import { type Kit, scheduled } from '../scheduled.ts'

const facts = (count: number) => (count === 1 ? '1 fact' : `${count} facts`)

/** The fallback of the live relay: what that one has missed leaves within a minute. */
export const relayOutboxFacts = (kit: Kit) =>
  scheduled(kit, 'relay-outbox', async ({ step }): Promise<JobResult> => {
    const { db } = kit.deps
    const counts = await step.run('relay', async () => {
      const { sent, failed } = await relayOutbox({ db, send: (batch) => kit.inngest.send(batch) })
      const waiting = await db.outboxEvent.count({ where: { state: 'queued', lastError: { not: null } } })
      return { sent, failed, waiting }
    })
    const { sent, failed, waiting } = counts
    if (failed > 0) return { words: `${facts(failed)} could not be sent, and wait.`, outcome: 'bad', counts }
    // What failed a minute ago waits longer than a minute: until it has left, nothing is mended.
    if (waiting > 0) return { words: `${facts(waiting)} still wait.`, outcome: 'warning', counts, inconclusive: true }
    const have = sent === 1 ? 'was left over and has been sent' : 'were left over and have been sent'
    return { words: sent === 0 ? 'Nothing was left over.' : `${facts(sent)} ${have}.`, outcome: 'good', counts }
  })
