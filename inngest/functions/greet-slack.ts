import { sayHello } from '#server/domain/leads/slack/heartbeat.service.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Once a day: a line in each channel, which proves that a lead or an alarm could be posted there. */
export const greetSlackEachDay = (kit: Kit) =>
  scheduled(kit, 'greet-slack', async ({ step }) => {
    const { db, now, slack } = kit.deps
    if (!slack) return { words: 'Slack is not connected.', outcome: 'good', counts: {} }
    return step.run('say', () => sayHello({ db, now, slack }))
  })
