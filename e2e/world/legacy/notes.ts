import type { Random } from '#world/random.ts'
import type { LegacyDoc, Note } from './documents.ts'
import { PLACES } from './places.ts'
import { between, daysBefore, momentIn, objectIdAt } from './timing.ts'

const OPENINGS = [
  'Called, left a message.',
  'Spoke on the phone for twenty minutes.',
  'Met at the office.',
  'Came by the open house.',
  'Walked through two homes this morning.',
  'Texted back and forth.',
  'Ran into them at the farmers market.',
  'Long e-mail, answered all of it.',
]
const WISHES = [
  'Wants a screened porch and would give up a bedroom for it.',
  'Needs room for a boat trailer; no HOA that forbids it.',
  'Would look at {town} if the price is right.',
  'Prefers something built after 2005, no flood zone AE.',
  'Asked about flood insurance for {town}; sent them two agents to quote.',
  'Likes {town}, but only off the main road.',
  'Primary suite downstairs is a must.',
  'Open to a fixer if the roof is less than ten years old.',
  'Wants a dock or at least a community dock.',
  'Looking for a home office with a door.',
  'Garage for two cars and a workshop.',
  'Would rather wait than settle. Fine with us.',
]
const MONEY = [
  'Pre-approved up to {k}k, letter is on file.',
  'Lender says {k}k, they would rather stay {below}k below.',
  'Cash buyer once the old place closes.',
  'Rate lock runs out in three weeks.',
  'Will put 20 % down.',
  'Selling first: list at about {k}k.',
]
const NEXT = [
  'Call again on Thursday.',
  'Send comps for {town}.',
  'Check back after the holidays.',
  'Wants to see three more homes on Saturday.',
  'Follow up when the inspection report is in.',
  'Waiting for their answer.',
  'Do not call before ten.',
  'Prefers texts.',
  'Keys are with the front desk.',
]
const SHORT = [
  'LM',
  'No answer.',
  'Sent comps.',
  'Showing went well!',
  'Gate code 4471#',
  'Birthday card sent.',
  'See mail of today.',
]

function textOf(random: Random): string {
  if (random.chance(0.15)) return random.pick(SHORT)
  const town = random.pick(PLACES).town
  const k = random.int(9, 40) * 25
  const parts = [
    ...(random.chance(0.8) ? [random.pick(OPENINGS)] : []),
    random.pick(WISHES),
    ...(random.chance(0.45) ? [random.pick(MONEY)] : []),
    ...(random.chance(0.6) ? [random.pick(NEXT)] : []),
  ]
  const below = random.int(1, 3) * 25
  return parts.join(' ').replaceAll('{town}', town).replaceAll('{k}', `$${k}`).replaceAll('{below}', String(below))
}

/** What agents wrote down about their contacts; of some there is a lot, of most there is nothing. */
export function createNotes(random: Random, now: Date, count: number, contacts: LegacyDoc[]): Note[] {
  const known = random.sample(contacts, Math.max(1, Math.round(contacts.length * 0.35)))
  return Array.from({ length: count }, (): Note => {
    const contact = random.pick(known)
    const createdAt = between(random, momentIn(contact.createdAt, daysBefore(now, 700)), daysBefore(now, 0.05), 1.6)
    return {
      _id: objectIdAt(random, createdAt),
      contactId: contact._id,
      agentId: contact.agentId,
      body: textOf(random),
      pinned: random.chance(0.06),
      createdAt,
      updatedAt: random.chance(0.15) ? between(random, createdAt, daysBefore(now, 0.01), 2) : createdAt,
    }
  })
}
