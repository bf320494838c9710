import type { Random } from '#world/random.ts'
import type { Appointment, LegacyDoc } from './documents.ts'
import { nameOf } from './names.ts'
import { between, DAY, dayInNewYork, daysBefore, objectIdAt } from './timing.ts'

type Kind = Appointment['type']
const SHARES: Record<Kind, number> = {
  ...{ Showing: 50, 'Listing presentation': 12, 'Open house': 10, Inspection: 12, Closing: 8, Other: 8 },
}
const KINDS: Kind[] = ['Showing', 'Listing presentation', 'Open house', 'Inspection', 'Closing', 'Other']
const MINUTES: Record<Kind, number[]> = {
  Showing: [30, 45, 60],
  'Listing presentation': [60, 90],
  'Open house': [120, 180],
  Inspection: [120, 180],
  Closing: [60],
  Other: [30, 60],
}
const PLACES: Record<Kind, string[]> = {
  Showing: ['At the home', 'Meet at the gate'],
  'Listing presentation': ['Their kitchen table', 'Our office, room 2'],
  'Open house': ['At the home'],
  Inspection: ['At the home, inspector has the code'],
  Closing: ["Attorney's office", 'By video with the attorney'],
  Other: ['Our office', 'Coffee on King Street'],
}
const HALF_HOURS = 19

/** At most 8:30 to 18:00 on this coast, on the half hour. */
function startOn(random: Random, day: Date): Date {
  const midnight = Date.parse(`${dayInNewYork(day)}T00:00:00Z`)
  return new Date(midnight + (13.5 + random.int(0, HALF_HOURS) / 2) * (DAY / 24))
}

function titleOf(type: Kind, contact: LegacyDoc, home: LegacyDoc): string {
  const name = nameOf(contact)
  const { street } = { street: 'the home', ...(typeof home.address === 'object' ? home.address : {}) }
  switch (type) {
    case 'Showing':
      return `Show ${street} to ${name}`
    case 'Open house':
      return `Open house at ${street}`
    case 'Inspection':
      return `Inspection of ${street}`
    case 'Closing':
      return `Closing of ${street}, ${name}`
    case 'Listing presentation':
      return `Listing presentation for ${name}`
    case 'Other':
      return `Meet ${name}`
  }
}

function statusOf(random: Random, isOver: boolean): Appointment['status'] {
  const words = isOver ? (['done', 'canceled', 'no-show'] as const) : (['scheduled', 'confirmed', 'canceled'] as const)
  return random.weighted<Appointment['status']>([...words], (word) =>
    word === 'canceled' ? 1.2 : word === 'no-show' ? 0.6 : word === 'done' ? 8 : 5,
  )
}

/** Meetings of agents: half of them are over, the others lie in the next two weeks, most of them soon. */
export function createAppointments(
  random: Random,
  now: Date,
  count: number,
  { contacts, listings }: { contacts: LegacyDoc[]; listings: LegacyDoc[] },
): Appointment[] {
  return Array.from({ length: count }, (): Appointment => {
    const [contact, home] = [random.pick(contacts), random.pick(listings)]
    const type = random.weighted(KINDS, (kind) => SHARES[kind])
    const isOver = random.chance(0.5)
    const day = isOver
      ? between(random, daysBefore(now, 300), daysBefore(now, 1), 1.6)
      : between(random, now, daysBefore(now, -14), 0.6)
    const start = startOn(random, day)
    const createdAt = new Date(Math.min(start.getTime() - random.int(1, 9) * DAY, now.getTime() - DAY / 4))
    const isAtHome = type !== 'Listing presentation' && type !== 'Other'
    const isOpen = type === 'Open house'
    return {
      _id: objectIdAt(random, createdAt),
      ...(isOpen ? {} : { contactId: contact._id }),
      agentId: contact.agentId,
      ...(isAtHome ? { listingId: home._id } : {}),
      title: titleOf(type, contact, home),
      type,
      status: statusOf(random, start < now),
      start,
      end: new Date(start.getTime() + random.pick(MINUTES[type]) * 60_000),
      location: random.pick(PLACES[type]),
      createdAt,
      updatedAt: start < now ? new Date(Math.min(start.getTime() + DAY / 8, now.getTime() - DAY / 24)) : createdAt,
    }
  })
}
