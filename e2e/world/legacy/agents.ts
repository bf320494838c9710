import type { Random } from '#world/random.ts'
import { type Agent, OFFICES, type OfficeName } from './documents.ts'
import { firstName, lastName, mailName, phoneNumber } from './names.ts'
import { between, daysBefore, objectIdAt } from './timing.ts'

const SHARES: Record<OfficeName, number> = { Charleston: 20, 'Mount Pleasant': 18, Summerville: 12, Beaufort: 10 }
const TEAMS: Record<OfficeName, [string, string]> = {
  Charleston: ['The Battery Team', 'Live Oak Group'],
  'Mount Pleasant': ['Shem Creek Team', 'East Cooper Group'],
  Summerville: ['The Azalea Team', 'Flowertown Group'],
  Beaufort: ['Sea Island Team', 'The Bay Street Group'],
}

/** The firm: each office has a manager and two teams with a lead each; the others are on a team or on their own. */
export function createAgents(random: Random, now: Date, count: number): Agent[] {
  const agents: Agent[] = []
  const taken = new Set<string>()
  for (const office of OFFICES) {
    const size = Math.max(3, Math.round((count * SHARES[office]) / 60))
    for (let place = 0; place < size; place++) agents.push(createAgent(random, now, office, place, taken))
  }
  return agents
}

function createAgent(random: Random, now: Date, office: OfficeName, place: number, taken: Set<string>): Agent {
  let name = ''
  let email = ''
  do {
    const [first, last] = [firstName(random), lastName(random)]
    name = `${first} ${last}`
    email = `${mailName(first, last)}@palmetto.test`
  } while (taken.has(email))
  taken.add(email)
  const role = place === 0 ? 'manager' : place <= 2 ? 'lead' : 'agent'
  const team =
    place === 0
      ? undefined
      : place <= 2
        ? TEAMS[office][place - 1]
        : random.chance(0.66)
          ? random.pick(TEAMS[office])
          : undefined
  const hired = between(random, daysBefore(now, 1825), daysBefore(now, 30))
  return {
    _id: objectIdAt(random, hired),
    name,
    email,
    phone: phoneNumber(random),
    title:
      role === 'manager'
        ? 'Broker in charge'
        : role === 'lead'
          ? 'Team lead'
          : random.pick(['Realtor', 'Broker associate']),
    office,
    ...(team ? { team } : {}),
    role,
    active: place < 4 || random.chance(0.94),
    updatedAt: between(random, hired, daysBefore(now, 0.1), 2),
  }
}
