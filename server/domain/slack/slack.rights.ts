import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'
import { queueSlack } from './slack.service.ts'

const ADMINS = { allowed: adminsOnly, otherwise: 'refused' } as const

/** A message to the agent that was given up, with words that only admins may read. */
async function seed({ db, agent, marker }: Book) {
  const key = `${marker}:${crypto.randomUUID()}`
  await queueSlack(db, { key, personId: agent.id, card: { text: marker, parts: [] } })
  const { id } = await db.slackMessage.update({ where: { key }, data: { state: 'failed', lastError: marker } })
  return { messageId: id }
}
type Rows = Awaited<ReturnType<typeof seed>>

export default defineRights<Rows>({
  seed,
  members: {
    'slack.overview': ADMINS,
    'slack.sendTest': ADMINS,
    'slack.sendAgain': { input: ({ messageId }) => ({ messageId }), ...ADMINS },
  },
})
