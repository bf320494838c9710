import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { aContact } from '#server/testing/factories.ts'
import { adminsOnly, type Book, defineRights, followsAgent, wholeFirm } from '#server/testing/rights.ts'
import { hashOf, secretOf } from './signups/signups.service.ts'

const unique = () => crypto.randomUUID().slice(0, 8)
const criteria = criteriaSchema.parse({ bedroomsMin: 3 })
const wrongToken = 'nobody-was-given-this-one'

/** An inquiry of a contact of the agent, who ticked that they want alerts; and a sign-up that waits for its yes. */
async function seed({ db, agent, office, marker }: Book) {
  const [id, at] = [crypto.randomUUID(), new Date()]
  const home = await aPlacedListing({}, db)
  const contact = await aContact(agent, { fullName: `${marker} ${unique()}`, source: marker }, db)
  const inquiry = await db.inquiry.create({
    data: {
      ...{
        requestKey: crypto.randomUUID(),
        kind: 'Question',
        state: 'open',
        raw: {},
        listingId: home.id,
        fullName: marker,
      },
      ...{ email: contact.email ?? '', message: marker, proposedTimes: [], consentText: marker, receivedAt: at },
      ...{ contactId: contact.id, agentId: agent.id, because: 'default', takenInAt: at },
    },
  })
  const email = `${marker}-${unique()}@example.test`.toLowerCase()
  await db.signUp.create({
    data: {
      ...{ id, email, fullName: marker, criteria, consentText: marker, tokenHash: hashOf(secretOf(id)) },
      ...{ requestedAt: at, expiresAt: new Date(at.getTime() + 3_600_000) },
    },
  })
  const pond = await db.leadPond.create({ data: { name: `${marker} ${unique()}`, officeId: office.id } })
  const ids = {
    inquiryId: inquiry.id,
    pondId: pond.id,
    contactId: contact.id,
    agentId: agent.id,
    listingKey: home.listingKey,
  }
  return { email, token: secretOf(id), ...ids }
}
type Rows = Awaited<ReturnType<typeof seed>>

const asked = (email: string) => ({ email, fullName: 'Somebody', criteria, consentText: 'Mail me such homes.' })
const byLink = {
  input: ({ token }: Rows) => ({ token }),
  wrong: () => ({ token: wrongToken }),
  wrongIs: 'refused',
} as const

const refused = { allowed: followsAgent, otherwise: 'refused' } as const

const byManagers = { allowed: ['manager', 'admin', 'owner'], otherwise: 'refused' } as const

const question = (listingKey: string) => ({
  ...{ requestKey: crypto.randomUUID(), listingKey, kind: 'Question', fullName: 'Somebody' },
  ...{ email: `${unique()}@example.test`, message: 'Is it still there?', openForMs: 9_000 },
})

export default defineRights<Rows>({
  seed,
  members: {
    'leads.list': { input: () => ({}), allowed: followsAgent, otherwise: 'hidden' },
    'leads.byId': { input: ({ inquiryId }) => ({ inquiryId }), ...refused },
    'leads.decisions': { input: ({ inquiryId }) => ({ inquiryId }), ...refused },
    'leads.offersOf': { input: ({ inquiryId }) => ({ inquiryId }), ...refused },
    'leads.elsewhere': { allowed: wholeFirm, otherwise: 'own' },
    'leads.give': { input: ({ inquiryId, agentId }) => ({ inquiryId, agentId }), ...byManagers },
    'leads.putIntoPond': { input: ({ inquiryId, pondId }) => ({ inquiryId, pondId }), ...byManagers },
    'leads.ofContact': { input: ({ contactId }) => ({ contactId }), ...refused },
    'leads.setAnswered': { input: ({ inquiryId }) => ({ inquiryId, answered: true }), ...refused },
    'leads.makeAlert': { input: ({ inquiryId }) => ({ inquiryId }), ...refused },
    'leads.defaultPerson': { allowed: adminsOnly, otherwise: 'refused' },
    'leads.setDefaultPerson': {
      input: ({ agentId }) => ({ personId: agentId }),
      allowed: adminsOnly,
      otherwise: 'refused',
    },
  },
  anybody: {
    'leads.ask': {
      input: ({ listingKey }) => question(listingKey),
      wrong: () => question('nobody-lists-this'),
      wrongIs: 'refused',
    },
    // There is no link yet: whoever is named gets one question by mail, and nothing else happens.
    'signups.saveSearch': {
      input: () => asked(`${unique()}@example.test`),
      wrong: ({ email }) => asked(email),
      wrongIs: 'silent',
      mayTouch: ['sign_in_limit', 'sign_up', 'outbox_mail', 'outbox_event'],
    },
    'signups.byLink': byLink,
    'signups.confirm': byLink,
    'signups.askAnew': byLink,
  },
})
