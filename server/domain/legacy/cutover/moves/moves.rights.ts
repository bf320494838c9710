import { mastersOf } from '#server/domain/cutover/cutover.queries.ts'
import { switchMaster } from '#server/domain/cutover/cutover.service.ts'
import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'

const ADMINS = { allowed: adminsOnly, otherwise: 'refused' } as const

/** A difference that tells somebody's name, and a feature that can go a step back. */
async function seed({ db, agent, marker }: Book) {
  const at = new Date()
  await db.legacyMismatch.create({
    data: {
      ...{ stream: 'contacts', key: `s:${marker}-${crypto.randomUUID()}`, kind: 'differs' },
      ...{ fields: [{ field: 'fullName', theirs: marker, ours: null }], firstSeenAt: at, lastSeenAt: at },
    },
  })
  await db.legacyRehearsal.updateMany({ where: { endedAt: null }, data: { endedAt: at, passed: false } })
  return db.$transaction(async (tx) => {
    const { master, version } = (await mastersOf(tx)).leads
    if (master === 'both') return { version }
    const order = { feature: 'leads', from: 'legacy', to: 'both', version, why: 'Rights', evidence: [] } as const
    return switchMaster(tx, { db, now: () => at, actor: null }, { ...order, byId: agent.id })
  })
}
type Rows = Awaited<ReturnType<typeof seed>>

export default defineRights<Rows>({
  seed,
  members: {
    'moves.list': ADMINS,
    'moves.switches': { input: () => ({ feature: 'contacts' }), ...ADMINS },
    'moves.mismatches': { input: () => ({ feature: 'contacts' }), ...ADMINS },
    'moves.fields': { input: () => ({ feature: 'contacts' }), ...ADMINS },
    'moves.rehearse': { input: () => ({ feature: 'contacts' }), ...ADMINS },
    'moves.switch': {
      input: ({ version }) => ({ feature: 'leads', to: 'legacy', version, why: 'We go a step back.', anyway: true }),
      ...ADMINS,
    },
  },
})
