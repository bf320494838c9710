import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'

const ADMINS = { allowed: adminsOnly, otherwise: 'refused' } as const
const DAY = '2026-11-20'

/** A difference about somebody of whom the marker is all that is known. */
async function seed({ db, marker }: Book) {
  const day = new Date(`${DAY}T00:00:00Z`)
  const ended = { startedAt: day, endedAt: day, until: day }
  await db.legacyShadowDay.upsert({ where: { day }, create: { day, state: 'partial', pass: 1, ...ended }, update: {} })
  const about = { day, person: `${marker}-${crypto.randomUUID()}`, home: marker, kind: 'theirsOnly', pass: 1 } as const
  const evidence = { note: marker, theirs: [], ours: [] }
  const { id } = await db.legacyShadowDifference.create({ data: { ...about, cause: 'unexplained', evidence } })
  const open = await db.legacyShadowDifference.create({
    data: { ...about, kind: 'oursOnly', cause: 'oursMissed', evidence, explanation: marker, explainedAt: day },
  })
  return { differenceId: id, explainedId: open.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

export default defineRights<Rows>({
  seed,
  members: {
    'shadow.days': ADMINS,
    'shadow.differences': { input: () => ({ day: DAY }), ...ADMINS },
    'shadow.difference': { input: ({ differenceId }) => ({ differenceId }), ...ADMINS },
    'shadow.explain': { input: ({ differenceId }) => ({ differenceId, reason: 'The agent asked them.' }), ...ADMINS },
    'shadow.reopen': { input: ({ explainedId }) => ({ differenceId: explainedId }), ...ADMINS },
  },
})
