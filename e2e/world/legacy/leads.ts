import type { Random } from '#world/random.ts'
import type { Lead, LegacyDoc } from './documents.ts'
import { firstName, lastName, mailName, phoneNumber } from './names.ts'
import { between, daysBefore, momentIn, objectIdAt } from './timing.ts'

const QUESTIONS = [
  'Is it still available?',
  'What are the HOA fees, and what do they cover?',
  'Has it ever flooded? We would need a quote for the insurance.',
  'Would the sellers take less if we close in three weeks?',
  'How old is the roof?',
  'Can we rent it out for part of the year?',
]
const VISITS = [
  'Can we see it on Saturday morning?',
  'We are in town until Thursday, any time.',
  'Tomorrow after five?',
]
const SOURCES = ['Website', 'Website', 'Portal', 'Portal', 'Sign call', 'Open house']
const STATUSES = ['new', 'assigned', 'contacted', 'contacted', 'working', 'converted', 'closed'] as const

type Known = { contacts: LegacyDoc[]; listings: LegacyDoc[] }

function personIn(random: Random, contacts: LegacyDoc[]) {
  // Most became a contact when somebody called them back.
  const contact = random.chance(0.6) ? random.pick(contacts) : null
  if (contact && typeof contact.email === 'string') {
    const { _id, firstName: first, lastName: last, email, phone, agentId } = contact
    return { contactId: _id, agentId, name: `${first} ${last}`, email, phone: String(phone ?? '') }
  }
  const [first, last] = [firstName(random), lastName(random)]
  const email = `${mailName(first, last)}.${random.int(10, 99)}@letters.test`
  return { name: `${first} ${last}`, email, phone: random.chance(0.7) ? phoneNumber(random) : '' }
}

/** Who wrote or called because of a home, as the old site's forms and the front desk put them down. */
export function createLeads(random: Random, now: Date, count: number, { contacts, listings }: Known): Lead[] {
  return Array.from({ length: count }, () => {
    const listing = random.pick(listings)
    const kind = random.chance(0.3) ? 'showing' : 'question'
    const createdAt = between(random, momentIn(listing.listedAt, daysBefore(now, 30)), daysBefore(now, 0.5))
    const isFresh = createdAt > daysBefore(now, 3)
    return {
      _id: objectIdAt(random, createdAt),
      agentId: listing.agentId,
      ...personIn(random, contacts),
      message: random.pick(kind === 'showing' ? VISITS : QUESTIONS),
      kind,
      source: random.pick(SOURCES),
      listingId: listing._id,
      status: isFresh ? random.pick(['new', 'assigned'] as const) : random.pick(STATUSES),
      createdAt,
      updatedAt: between(random, createdAt, daysBefore(now, 0.05)),
    }
  })
}
