import { type Book, defineRights } from '#server/testing/rights.ts'

/** A view that the agent keeps for themselves, and one they took away. */
async function seed({ db, agent, marker }: Book) {
  const view = { personId: agent.id, list: 'contacts', query: `q=${marker}` } as const
  const kept = await db.savedView.create({ data: { ...view, name: `Kept ${marker}` } })
  const removed = await db.savedView.create({ data: { ...view, name: `Removed ${marker}`, removedAt: new Date() } })
  return { viewId: kept.id, removedId: removed.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

/** Not even an owner looks into somebody's own views. */
const onlyTheirs = { allowed: ['agent'], otherwise: 'refused' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'views.list': { input: () => ({ list: 'contacts' }), allowed: ['agent'], otherwise: 'hidden' },
    'views.create': {
      input: () => ({ list: 'contacts', name: 'Mine', query: 'stage=lead' }),
      allowed: ['agent'],
      otherwise: 'own',
    },
    'views.update': { input: ({ viewId }) => ({ viewId, name: 'Mine' }), ...onlyTheirs },
    'views.remove': { input: ({ viewId }) => ({ viewId }), ...onlyTheirs },
    'views.restore': { input: ({ removedId }) => ({ viewId: removedId }), ...onlyTheirs },
    'views.arrange': { input: ({ viewId }) => ({ list: 'contacts', defaultViewId: viewId }), ...onlyTheirs },
  },
})
