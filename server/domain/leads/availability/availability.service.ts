import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { pausable, whoseAvailability } from './availability.policy.ts'
import type { SetCoverageInput, SetHoursInput, SetLimitsInput } from './availability.schema.ts'

type Standing = { status: 'available' | 'away' | 'paused'; reason: 'own' | 'office'; until: Date | null }

async function write(db: Db, personId: string, standing: Standing, at: Date): Promise<Standing> {
  const row = { ...standing, changedAt: at }
  await db.agentAvailability.upsert({ where: { personId }, create: { personId, ...row }, update: row })
  return standing
}

async function refusePaused(db: Db, personId: string, at: Date): Promise<void> {
  const own = await db.agentAvailability.findUnique({ where: { personId }, select: { status: true, until: true } })
  if (own?.status !== 'paused' || (own.until !== null && own.until <= at)) return
  throw new DomainError('FORBIDDEN', 'Your office gives you no new leads for now. Talk to your manager.')
}

/** No new leads until then, or until one says otherwise. Misses are counted anew. */
export async function setAway({ db, actor, now }: Context, { until }: { until: Date | null }): Promise<Standing> {
  const [personId, at] = [whoseAvailability(actor), now()]
  await refusePaused(db, personId, at)
  return write(db, personId, { status: 'away', reason: 'own', until }, at)
}

/** One is back: new leads may come. */
export async function setAvailable({ db, actor, now }: Context): Promise<Standing> {
  const [personId, at] = [whoseAvailability(actor), now()]
  await refusePaused(db, personId, at)
  return write(db, personId, { status: 'available', reason: 'own', until: null }, at)
}

/** Two who say something for one person go one after the other: both would find the other's hours missing, and write theirs. */
const waitForTurn = (tx: Db, personId: string) =>
  tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`

/** All working hours at once, in place of those before. */
export async function setHours({ db, actor }: Context, { hours }: SetHoursInput): Promise<SetHoursInput> {
  const personId = whoseAvailability(actor)
  await db.$transaction(async (tx) => {
    await waitForTurn(tx, personId)
    await tx.agentHours.deleteMany({ where: { personId } })
    await tx.agentHours.createMany({ data: hours.map((each) => ({ personId, ...each })) })
  })
  return { hours }
}

/** How many leads at once, at which prices and where. */
export async function setLimits({ db, actor, now }: Context, limits: SetLimitsInput): Promise<SetLimitsInput> {
  const personId = whoseAvailability(actor)
  const { minPriceCents: min, maxPriceCents: max, ...rest } = limits
  const inCents = (cents: number | null) => (cents === null ? null : BigInt(cents))
  const row = { ...rest, minPriceCents: inCents(min), maxPriceCents: inCents(max) }
  await db.agentAvailability.upsert({
    where: { personId },
    create: { personId, changedAt: now(), ...row },
    update: row,
  })
  return limits
}

/** Where one of one's people takes leads: for whoever leads them. Their other limits stay as they are. */
export async function setCoverage(
  ctx: Context,
  { personId, ...coverage }: SetCoverageInput,
): Promise<SetCoverageInput> {
  const { db, actor, now } = ctx
  const person = await db.person.findFirst({
    where: { AND: [pausable(actor), { id: personId }] },
    select: { id: true },
  })
  if (!person) throw notFound('This person')
  return db.$transaction(async (tx) => {
    await tx.agentAvailability.upsert({
      where: { personId },
      create: { personId, changedAt: now(), ...coverage },
      update: coverage,
    })
    await recordDeed(tx, ctx, { action: 'coverageChanged', target: 'person', targetId: personId })
    return { personId, ...coverage }
  })
}

const day = (date: string) => new Date(`${date}T00:00:00Z`)

/** Days off. Those that overlap others of one's own are refused: nobody could say what taking one of them away means. */
export async function addVacation({ db, actor }: Context, { from, until }: { from: string; until: string }) {
  const personId = whoseAvailability(actor)
  const [startsOn, endsOn] = [day(from), day(until)]
  return db.$transaction(async (tx) => {
    await waitForTurn(tx, personId)
    const overlapping = { personId, startsOn: { lte: endsOn }, endsOn: { gte: startsOn } }
    if (await tx.agentVacation.findFirst({ where: overlapping, select: { id: true } })) {
      throw new DomainError('CONFLICT', 'You are off on some of these days already.')
    }
    const vacationId = newId()
    await tx.agentVacation.create({ data: { id: vacationId, personId, startsOn, endsOn } })
    return { vacationId }
  })
}

export async function removeVacation(
  { db, actor }: Context,
  { vacationId }: { vacationId: string },
): Promise<{ ok: true }> {
  const { count } = await db.agentVacation.deleteMany({ where: { id: vacationId, personId: whoseAvailability(actor) } })
  if (count === 0) throw notFound('This vacation')
  return { ok: true }
}

type Pause = { personId: string; until: Date | null }

async function say(ctx: Context, { personId, until }: Pause, status: 'paused' | 'available') {
  const { db, actor, now } = ctx
  const person = await db.person.findFirst({
    where: { AND: [pausable(actor), { id: personId }] },
    select: { id: true },
  })
  if (!person) throw notFound('This person')
  return db.$transaction(async (tx) => {
    const standing = await write(tx, personId, { status, reason: 'office', until }, now())
    const action = status === 'paused' ? 'leadsPaused' : 'leadsResumed'
    await recordDeed(tx, ctx, { action, target: 'person', targetId: personId })
    return standing
  })
}

/** Gives somebody of one's office or team no new leads, until then or until one says otherwise. */
export const pause = (ctx: Context, order: Pause) => say(ctx, order, 'paused')

/** Lets them have new leads again. */
export const resume = (ctx: Context, { personId }: { personId: string }) =>
  say(ctx, { personId, until: null }, 'available')
