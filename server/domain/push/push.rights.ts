import { type Book, defineRights, wholeFirm } from '#server/testing/rights.ts'

/** A device of the agent. */
async function seed({ db, agent, marker }: Book) {
  const endpoint = `https://fcm.googleapis.com/fcm/send/${marker}-${crypto.randomUUID()}`
  await db.pushSubscription.create({
    data: { personId: agent.id, endpoint, p256dh: 'x', auth: 'x', userAgent: marker, createdAt: new Date() },
  })
  return { endpoint }
}
type Rows = Awaited<ReturnType<typeof seed>>

const ofOneself = { allowed: wholeFirm, otherwise: 'own' } as const
const device = () => ({
  endpoint: `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`,
  p256dh: 'B'.repeat(87),
  auth: 'a'.repeat(22),
})

export default defineRights<Rows>({
  seed,
  members: {
    'push.mine': ofOneself,
    'push.subscribe': { ...ofOneself, input: device },
    'push.unsubscribe': { ...ofOneself, input: ({ endpoint }) => ({ endpoint }) },
  },
})
