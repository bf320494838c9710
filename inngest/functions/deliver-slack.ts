import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { findWaiting, postNext } from '#server/domain/slack/delivery/delivery.service.ts'
import { postedInWords, waitingInWords } from '#server/domain/slack/delivery/delivery.words.ts'
import { giveUpLane } from '#server/domain/slack/delivery/lane.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** A run's worth; the rest of the lane is the next one's. */
const MOST_TURNS = 50
const NOT_CONNECTED: JobResult = { words: 'Slack is not connected.', outcome: 'good', counts: {} }

/** As soon as something waits in a lane: what is next in it, one a second, until nothing is. */
export const postToSlack = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'post-to-slack',
      name: 'Slack messages',
      triggers: [{ event: 'slack/queued' }],
      checkpointing: { bufferedSteps: 10 },
      retries: 5,
    },
    async ({ event, step, runId }): Promise<JobResult> => {
      const { db, now, slack } = deps
      if (!slack) return NOT_CONNECTED
      const own = { lane: String(event.data.lane), runner: runId }
      const counts = { posted: 0, edited: 0, waits: 0, failed: 0 }
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const { what, wakeAt } = await step.run('post', () => postNext({ db, now, bot: slack.bot }, own))
        if (what === 'posted' || what === 'edited' || what === 'waits' || what === 'failed') counts[what] += 1
        if (wakeAt === null) return postedInWords(counts)
        await step.sleepUntil('until the lane opens', new Date(wakeAt))
      }
      await step.run('give up', async () => void (await giveUpLane(db, own)))
      await step.sendEvent('go on', { name: 'slack/queued', data: { lane: own.lane } })
      return postedInWords(counts)
    },
  )

/** Each minute: what was left over is picked up, and what can't leave is told. */
export const deliverSlack = (kit: Kit) =>
  scheduled(kit, 'deliver-slack', async ({ step }): Promise<JobResult> => {
    const { db, now, slack } = kit.deps
    if (!slack) return NOT_CONNECTED
    const lanes = await step.run('look', () => findWaiting(db, now()))
    const idle = lanes.filter(({ isIdle }) => isIdle).map(({ lane }) => ({ name: 'slack/queued', data: { lane } }))
    if (idle.length > 0) await step.sendEvent('wake', idle)
    return waitingInWords(lanes)
  })
