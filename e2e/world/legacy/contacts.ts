import type { Random } from '#world/random.ts'
import type { Contact, LegacyDoc } from './documents.ts'
import { firstName, lastName, mailName, phoneNumber } from './names.ts'
import { between, daysBefore, objectIdAt } from './timing.ts'

const MAIL_HOSTS = ['mail.test', 'inbox.test', 'post.test', 'letters.test']
const SOURCES = ['Website', 'Website', 'Open house', 'Referral', 'Sign call', 'Portal', 'Portal', 'Past client']
const STAGES = ['lead', 'lead', 'lead', 'active', 'active', 'client', 'past', 'past'] as const

/** Somebody an agent knows. All e-mails differ; the dirt makes some of them the same. */
export function createContacts(random: Random, now: Date, count: number, agents: LegacyDoc[]): Contact[] {
  const taken = new Map<string, number>()
  return Array.from({ length: count }, () => {
    const [first, last] = [firstName(random), lastName(random)]
    const name = mailName(first, last)
    const times = taken.get(name) ?? 0
    taken.set(name, times + 1)
    const createdAt = between(random, daysBefore(now, 1825), daysBefore(now, 2), 1.5)
    return {
      _id: objectIdAt(random, createdAt),
      firstName: first,
      lastName: last,
      email: `${name}${times ? times + 1 : ''}@${random.pick(MAIL_HOSTS)}`,
      phone: phoneNumber(random),
      agentId: random.pick(agents)._id,
      stage: random.pick(STAGES),
      source: random.pick(SOURCES),
      createdAt,
      updatedAt: between(random, createdAt, daysBefore(now, 0.001), 1.5),
    }
  })
}
