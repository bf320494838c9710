import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { type AddressHours, setHours } from '#server/domain/mail/hours.service.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { notFound } from '#server/errors.ts'
import { addressOf } from '../preferences.service.ts'
import { dueAt } from '../rhythm/due-at.ts'
import { FIRM_ZONE, hoursInWords } from '../rhythm/hours.words.ts'
import { applyRhythm } from '../rhythm/rhythm.service.ts'
import type { Cadence } from '../rhythm/rhythm.words.ts'
import { CADENCE_SAID } from '../standing/standing.words.ts'
import type { SetHoursInput } from './portal.schema.ts'

/** What waits for an hour of before waits for the new one: by its search's day, and what was approved by the night alone. */
async function moveHolds(tx: Db, email: string, { timeZone, quiet }: AddressHours, now: Date): Promise<void> {
  const holds = await tx.alertHold.findMany({
    where: {
      ...{ state: 'waiting', dueAt: { not: null } },
      OR: [{ recipient: null, search: { contact: { email, removedAt: null } } }, { recipient: email }],
    },
    select: { id: true, reason: true, dueAt: true, search: { select: { cadence: true } } },
  })
  for (const { id, reason, dueAt: dueBefore, search } of holds) {
    // What was due this morning and waits for the next run only does not wait for another Friday.
    const isDigest = reason === 'cadence' && dueBefore !== null && dueBefore > now
    const cadence = isDigest ? search.cadence : 'Instant'
    const due = dueAt({ cadence, timeZone: timeZone ?? FIRM_ZONE, quiet }, now) ?? now
    await tx.alertHold.updateMany({ where: { id, state: 'waiting' }, data: { dueAt: due } })
  }
}

/** Keeps when a person wants to be written to: where they live, and from when to when not. The next run obeys. */
export async function setPortalHours({ db, now }: PublicContext, { token, ...hours }: SetHoursInput) {
  const { email } = await addressOf(db, token)
  const at = now()
  return db.$transaction(async (tx) => {
    const before = await setHours(tx, email, hours)
    const summary = hoursInWords(hours)
    if (summary === hoursInWords(before)) return hours
    await moveHolds(tx, email, hours, at)
    const contacts = await tx.contact.findMany({ where: { email, removedAt: null }, select: { id: true } })
    await recordFacts(
      tx,
      contacts.map(({ id }) => ({
        ...{ contactId: id, kind: 'alerts.hours', summary: `Asked for: ${summary}`, refs: {}, occurredAt: at },
        factKey: `alerts-hours:${id}:${at.toISOString()}`,
      })),
    )
    return hours
  })
}

type SetCadence = { token: string; searchId: string; cadence: Cadence }

/** How often a search of one's own writes. Whether an agent looks first stays as it is. */
export async function setPortalCadence({ db, now }: PublicContext, { token, searchId, cadence }: SetCadence) {
  const { email } = await addressOf(db, token)
  const at = now()
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM saved_search WHERE id = ${searchId}::uuid FOR NO KEY UPDATE`
    const search = await tx.savedSearch.findFirst({
      where: { id: searchId, removedAt: null, contact: { email, removedAt: null } },
      select: { name: true, contactId: true, cadence: true, conciergeYN: true },
    })
    if (!search) throw notFound('This search')
    const { name, contactId, cadence: before, conciergeYN } = search
    if (before === cadence) return { searchId, cadence }
    await applyRhythm(tx, { searchId, email, rhythm: { cadence, conciergeYN }, now: at })
    const summary = `Wants “${name}” ${CADENCE_SAID[cadence]} (was ${CADENCE_SAID[before]})`
    const fact = { contactId, kind: 'search.cadence', summary, refs: { searchId, cadence }, occurredAt: at }
    await recordFacts(tx, [{ ...fact, factKey: `cadence:${searchId}:${at.toISOString()}` }])
    return { searchId, cadence }
  })
}
