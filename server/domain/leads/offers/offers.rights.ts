import { anOfferedLead } from '#server/testing/lead-factories.ts'
import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'
import { claimOffer } from './offers.service.ts'

/** A lead that is held out to the agent, one that they have just taken, and one in a pond of their office. */
async function seed({ db, agent, office, marker }: Book) {
  const { offerId, lead } = await anOfferedLead([agent], {}, db)
  const name = `${marker} ${crypto.randomUUID()}`
  const pond = await db.leadPond.create({ data: { name, officeId: office.id } })
  const inPond = await anOfferedLead([agent], {}, db)
  await db.leadOffer.update({ where: { id: inPond.offerId }, data: { state: 'withdrawn', endedAt: new Date() } })
  await db.inquiry.update({
    where: { id: inPond.lead.id },
    data: { state: 'pond', pondId: pond.id, pondedAt: new Date() },
  })
  const empty = await db.leadPond.create({ data: { name: `Empty ${crypto.randomUUID()}`, officeId: office.id } })
  await db.inquiry.update({ where: { id: lead.id }, data: { citySlug: marker.toLowerCase() } })
  const taken = await anOfferedLead([agent], {}, db)
  await claimOffer({ db, now: () => new Date() }, { offerId: taken.offerId, personId: agent.id, channel: 'app' })
  return { offerId, takenId: taken.offerId, inquiryId: inPond.lead.id, emptyId: empty.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

/** An offer is for whoever is asked, and for who assists them: nobody above them takes it for them. */
const asked = ['agent', 'ownAssistant'] as const
const ofTheOffice = ['colleague', 'lead', 'assistant', 'agent', 'ownAssistant', 'manager', 'admin', 'owner'] as const
const byOffer = {
  input: ({ offerId }: Rows) => ({ offerId }),
  allowed: asked,
  otherwise: 'refused',
} as const
const forAdmins = { allowed: adminsOnly, otherwise: 'refused' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'offers.mine': { allowed: asked, otherwise: 'hidden' },
    'offers.byId': byOffer,
    'offers.see': byOffer,
    'offers.claim': byOffer,
    'offers.pass': { ...byOffer, input: ({ offerId }) => ({ offerId, reason: 'busy' }) },
    'offers.needTenMinutes': byOffer,
    'offers.handBack': { ...byOffer, input: ({ takenId }) => ({ offerId: takenId }) },
    'offers.ponds': { allowed: ofTheOffice, otherwise: 'hidden' },
    'offers.takeFromPond': {
      input: ({ inquiryId }) => ({ inquiryId }),
      allowed: ofTheOffice,
      otherwise: 'refused',
    },
    'offers.createPond': { input: () => ({ name: `Pond ${crypto.randomUUID()}` }), ...forAdmins },
    'offers.renamePond': {
      input: ({ emptyId }) => ({ pondId: emptyId, name: `Pond ${crypto.randomUUID()}` }),
      ...forAdmins,
    },
    'offers.removePond': { input: ({ emptyId }) => ({ pondId: emptyId }), ...forAdmins },
  },
})
