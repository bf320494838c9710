import { aContact } from '#server/testing/factories.ts'
import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'

const ADMINS = { allowed: adminsOnly, otherwise: 'refused' } as const
const ruleKey = 'contacts.name-capitals'

/** A contact in capitals with its open issue, another that was repaired, and one that is muted. */
async function seed({ db, agent, marker }: Book) {
  const at = new Date()
  const fullName = `${marker} JONES`.toUpperCase()
  const known = { ruleKey, stream: 'contacts', sample: marker, firstSeenAt: at, lastSeenAt: at } as const
  const contact = await aContact(agent, { fullName }, db)
  const issue = await db.qualityIssue.create({ data: { ...known, recordId: contact.id } })
  const mended = await aContact(agent, { fullName: `${marker} Jones` }, db)
  const closed = await db.qualityIssue.create({
    data: { ...known, recordId: mended.id, closedAt: at, closedBecause: 'repaired' },
  })
  const batchId = crypto.randomUUID()
  const [before, after] = [{ text: fullName }, { text: `${marker} Jones` }]
  const repair = { batchId, ruleKey, issueId: closed.id, recordId: mended.id, before, after, repairedAt: at }
  await db.qualityRepair.create({ data: repair })
  const mute = await db.qualityMute.create({
    data: { ruleKey, recordId: crypto.randomUUID(), reason: marker, mutedAt: at },
  })
  return { issueId: issue.id, batchId, muteId: mute.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

export default defineRights<Rows>({
  seed,
  members: {
    'quality.overview': ADMINS,
    'quality.rule': { input: () => ({ ruleKey }), ...ADMINS },
    'quality.issues': { input: () => ({ ruleKey }), ...ADMINS },
    'quality.issue': { input: ({ issueId }) => ({ issueId }), ...ADMINS },
    'quality.repairs': { input: () => ({ ruleKey }), ...ADMINS },
    'quality.assignees': ADMINS,
    'quality.repair': {
      input: ({ issueId }) => ({ ruleKey, which: { ids: [issueId] }, requestKey: crypto.randomUUID() }),
      ...ADMINS,
    },
    'quality.undo': { input: ({ batchId }) => ({ batchId }), ...ADMINS },
    'quality.assign': {
      input: ({ issueId }, { cast }) => ({ ruleKey, which: { ids: [issueId] }, personId: cast.admin.id }),
      ...ADMINS,
    },
    'quality.mute': {
      input: ({ issueId }) => ({ ruleKey, ids: [issueId], reason: 'It is their brand.', until: null }),
      ...ADMINS,
    },
    'quality.unmute': { input: ({ muteId }) => ({ muteId }), ...ADMINS },
  },
})
