import { type Book, defineRights, wholeFirm } from '#server/testing/rights.ts'

/** The agent is off for some days, and takes leads of one town alone. */
async function seed({ db, agent, marker }: Book) {
  const personId = agent.id
  await db.agentVacation.deleteMany({ where: { personId } })
  const vacation = await db.agentVacation.create({
    data: { personId, startsOn: new Date('2031-01-01'), endsOn: new Date('2031-01-05') },
  })
  const limits = { citySlugs: [marker.toLowerCase()], status: 'available' as const, until: null }
  await db.agentAvailability.upsert({
    where: { personId },
    create: { personId, changedAt: new Date(), ...limits },
    update: limits,
  })
  return { personId, vacationId: vacation.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

const own = { allowed: wholeFirm, otherwise: 'own' } as const
/** A day that is nobody's yet: each call of everybody takes one. */
let days = 0
const aFreeDay = () => {
  days += 1
  return new Date(Date.UTC(2040, 0, days)).toISOString().slice(0, 10)
}
const any = { capacity: null, minPriceCents: null, maxPriceCents: null, citySlugs: [], postalCodes: [], areas: [] }

export default defineRights<Rows>({
  seed,
  members: {
    'availability.standing': own,
    'availability.mine': own,
    'availability.setAway': { ...own, input: () => ({ until: null }) },
    'availability.setAvailable': own,
    'availability.setHours': { ...own, input: () => ({ hours: [] }) },
    'availability.setLimits': { ...own, input: () => any },
    'availability.addVacation': {
      ...own,
      input: () => {
        const day = aFreeDay()
        return { from: day, until: day }
      },
    },
    'availability.removeVacation': {
      input: ({ vacationId }) => ({ vacationId }),
      allowed: ['agent', 'ownAssistant'],
      otherwise: 'refused',
    },
    // The office and those above; whoever leads another team sees nobody of this one.
    'availability.people': { allowed: ['manager', 'admin', 'owner'], otherwise: 'hidden' },
    'availability.coverage': {
      input: ({ personId }) => ({ personId }),
      allowed: ['manager', 'admin', 'owner'],
      otherwise: 'refused',
    },
    'availability.setCoverage': {
      input: ({ personId }) => ({ personId, citySlugs: [], postalCodes: [], areas: [] }),
      allowed: ['manager', 'admin', 'owner'],
      otherwise: 'refused',
    },
    'availability.pause': {
      input: ({ personId }) => ({ personId, until: null }),
      allowed: ['manager', 'admin', 'owner'],
      otherwise: 'refused',
    },
    'availability.resume': {
      input: ({ personId }) => ({ personId }),
      allowed: ['manager', 'admin', 'owner'],
      otherwise: 'refused',
    },
  },
})
