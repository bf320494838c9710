import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { readAgentStates } from '../routing/agents.sql.ts'
import { readPublished } from '../routing/in-force.ts'
import { pausable, whoseAvailability } from './availability.policy.ts'

const MOST_PEOPLE = 500
const standingRow = { status: true, reason: true, until: true } satisfies Prisma.AgentAvailabilitySelect
type StandingRow = Prisma.AgentAvailabilityGetPayload<{ select: typeof standingRow }>

const THERE = { status: 'available', reason: 'own', until: null } as const

/** As it is now: what has run out is over, and nobody has to say so. */
const standingAt = (row: StandingRow | null, at: Date): StandingRow =>
  !row || (row.until !== null && row.until <= at) ? THERE : row

/** What the menu of every page shows: whether new leads come, and until when they do not. */
export async function readStanding({ db, actor, now }: Context) {
  const row = await db.agentAvailability.findUnique({
    where: { personId: whoseAvailability(actor) },
    select: standingRow,
  })
  return standingAt(row, now())
}

const date = (at: Date) => at.toISOString().slice(0, 10)

const lastOf = (busy: readonly { until: Date }[]) =>
  busy.reduce<Date | null>((last, { until }) => (last && last > until ? last : until), null)

/** Everything that decides whether new leads come to oneself. */
export async function readMine(ctx: Context) {
  const { db, actor, now } = ctx
  const [personId, at] = [whoseAvailability(actor), now()]
  const scope = { officeIds: [], teamIds: [], agentIds: [personId], managersOf: null }
  const [[state], vacations, { rules }] = await Promise.all([
    readAgentStates(db, scope, at),
    db.agentVacation.findMany({
      where: { personId, endsOn: { gte: new Date(at.getTime() - 86_400_000) } },
      select: { id: true, startsOn: true, endsOn: true },
      orderBy: { startsOn: 'asc' },
      take: 50,
    }),
    readPublished(db, at),
  ])
  if (!state) throw new Error('Nobody is signed in.')
  const { hours, zone, capacity, openLeads, minPriceCents, maxPriceCents, coverage, busy } = state
  return {
    standing: await readStanding(ctx),
    /** Whether an appointment keeps offers away, and until when one does so now. */
    ...{ skipsBusy: rules.skipsBusy, busyUntil: lastOf(busy) },
    ...{ hours, zone, capacity, openLeads, minPriceCents, maxPriceCents },
    ...{ citySlugs: coverage.citySlugs, postalCodes: coverage.postalCodes, areas: coverage.areas },
    vacations: vacations.map(({ id, startsOn, endsOn }) => ({ id, from: date(startsOn), until: date(endsOn) })),
  }
}

/** Where one of the people whom one may pause takes leads. */
export async function readCoverage({ db, actor, now }: Context, { personId }: { personId: string }) {
  const person = await db.person.findFirst({
    where: { AND: [pausable(actor), { id: personId }] },
    select: { id: true, fullName: true },
  })
  if (!person) throw notFound('This person')
  const scope = { officeIds: [], teamIds: [], agentIds: [personId], managersOf: null }
  const [state] = await readAgentStates(db, scope, now())
  return { ...person, ...(state?.coverage ?? { citySlugs: [], postalCodes: [], areas: [] }) }
}

/** The people whom one may pause, by name, and how each of them stands. */
export async function listPeople({ db, actor, now }: Context) {
  const at = now()
  const people = await db.person.findMany({
    where: pausable(actor),
    select: { id: true, fullName: true, availability: { select: { ...standingRow, capacity: true } } },
    orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
    take: MOST_PEOPLE,
  })
  return people.map(({ availability, ...person }) => ({ ...person, standing: standingAt(availability, at) }))
}
