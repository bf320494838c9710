import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { aContact } from '#server/testing/factories.ts'
import { type Book, defineRights, followsAgent } from '#server/testing/rights.ts'
import { DAY_MS } from './patience.ts'
import { aRun, aToldMail } from './testing.reader.ts'

const ago = (days: number) => new Date(Date.now() - days * DAY_MS)

/** A search that is about to be slowed down, one whose agent keeps it as it is, and the link of their person. */
async function seed({ db, agent, marker }: Book) {
  const email = `${marker}-${crypto.randomUUID().slice(0, 8)}@example.test`
  const contact = await aContact(agent, { fullName: `${marker} Reader`, email }, db)
  await ensureAddresses(db, [email])
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email } })
  const stageAt = ago(1)
  const stage = { lane: 'Ignored', stage: 'FinalIgnoredWarning', since: ago(75), stageAt, dueAt: ago(-13) } as const
  const warn = async (kept: { keptById: string; keptAt: Date; keptUntil: Date } | object) => {
    const { id: searchId } = await aSearch(agent, contact, { bedroomsMin: 3 }, db)
    await db.savedSearch.update({ where: { id: searchId }, data: { name: `${marker} search` } })
    await db.searchStanding.create({ data: { searchId, ...stage, ...kept } })
    return { searchId, lane: stage.lane, stage: stage.stage, stageAt }
  }
  const warning = await warn({})
  const kept = await warn({ keptById: agent.id, keptAt: ago(0), keptUntil: ago(-180) })
  const { id: runId } = await aRun(db, ago(1))
  const told = { recipient: email, contactId: contact.id, searchId: warning.searchId, runId, at: ago(1) }
  return { warning, kept, token, searchId: warning.searchId, mailId: await aToldMail(db, told) }
}
type Rows = Awaited<ReturnType<typeof seed>>

const refused = { allowed: followsAgent, otherwise: 'refused' } as const
const wrongToken = 'nobody-was-given-this-one'

export default defineRights<Rows>({
  seed,
  members: {
    'standing.warned': { input: () => ({}), allowed: followsAgent, otherwise: 'hidden' },
    'standing.relax': { input: ({ searchId }) => ({ searchId }), ...refused },
    'standing.keep': { input: ({ warning }) => warning, ...refused },
    'standing.unkeep': { input: ({ kept }) => kept, ...refused },
  },
  anybody: {
    'portal.mailHomes': {
      input: ({ token, mailId }) => ({ token, mailId }),
      wrong: ({ mailId }) => ({ token: wrongToken, mailId }),
      wrongIs: 'refused',
    },
    'standing.asked': {
      input: ({ token }) => ({ token }),
      wrong: () => ({ token: wrongToken }),
      wrongIs: 'refused',
    },
    'standing.answer': {
      input: ({ token, searchId }) => ({ token, searchId, answer: 'keep' }),
      wrong: ({ searchId }) => ({ token: wrongToken, searchId, answer: 'keep' }),
      wrongIs: 'refused',
    },
    'standing.noteLife': {
      input: ({ token }) => ({ token }),
      wrong: () => ({ token: wrongToken }),
      wrongIs: 'refused',
    },
  },
})
