import { createHash } from 'node:crypto'
import { newId } from '#server/ids.ts'
import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'

/** A draft of rules, and a run of it that waits. There is one draft at most in the firm. */
async function seed({ db, agent, marker }: Book) {
  const fallback = { id: newId(), name: marker, method: { kind: 'usual' }, handOver: 'assign' }
  const rules = {
    rules: [],
    skipsBusy: true,
    fallback: { ...fallback, offerMinutes: 5, ladder: { clock: 'always', steps: [] } },
  }
  const [at, digest] = [new Date(), createHash('sha256').update(crypto.randomUUID()).digest('hex')]
  await db.routingRuleSet.deleteMany({ where: { state: 'draft' } })
  await db.routingRuleSet.create({
    data: { state: 'draft', rules, digest, createdById: agent.id, createdAt: at, editedAt: at },
  })
  const run = await db.windTunnelRun.create({
    data: {
      ...{ digest: crypto.randomUUID(), draft: rules, askedById: agent.id, askedAt: at },
      ...{ fromAt: new Date(at.getTime() - 1_000), toAt: at },
    },
  })
  return { runId: run.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

const ADMINS = { allowed: adminsOnly, otherwise: 'refused' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'windTunnel.latest': ADMINS,
    'windTunnel.ask': { input: () => undefined, ...ADMINS },
    'windTunnel.stop': { input: ({ runId }) => ({ runId }), ...ADMINS },
  },
})
