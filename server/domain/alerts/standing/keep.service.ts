import type { Context, PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { addressOf, setPreference } from '../preferences.service.ts'
import { applyRhythm } from '../rhythm/rhythm.service.ts'
import { visibleSearches } from '../searches.policy.ts'
import { lockSearch, putRhythmBack, slowDownAgain } from './change-rhythm.ts'
import { daysAfter, KEPT_DAYS } from './patience.ts'
import { noteVisit } from './signs.sql.ts'
import type { AnswerInput, Warning } from './standing.schema.ts'
import { CADENCE_SAID } from './standing.words.ts'

async function findVisible(tx: Db, { actor }: Context, searchId: string) {
  const search = await tx.savedSearch.findFirst({
    where: { AND: [visibleSearches(actor), { id: searchId }] },
    select: { name: true, contactId: true },
  })
  if (!search) throw notFound('This alert')
  return search
}

const MOVED_ON =
  'This warning has become another one while you were looking. Nothing was changed: look at it again and decide then.'

/**
 * "Keep as it is": holds for half a year, and puts back what was slowed down. Of a Keep and the night's step the first
 * counts: a Keep of a warning that has moved on changes nothing and says so.
 */
export async function keepSearch(ctx: Context, { searchId, lane, stage, stageAt }: Warning) {
  const { db, actor, now } = ctx
  const at = now()
  return db.$transaction(async (tx) => {
    const { name, contactId } = await findVisible(tx, ctx, searchId)
    await lockSearch(tx, searchId)
    const keptUntil = daysAfter(at, KEPT_DAYS)
    const { count } = await tx.searchStanding.updateMany({
      where: { searchId, lane, stage, stageAt, OR: [{ keptUntil: null }, { keptUntil: { lte: at } }] },
      data: { keptById: actor.personId, keptAt: at, keptUntil },
    })
    if (count === 0) throw new DomainError('CONFLICT', MOVED_ON)
    if (stage === 'Ignored') await putRhythmBack(tx, { searchId, now: at })
    await recordFacts(tx, [
      {
        ...{ contactId, kind: 'search.kept-by-agent', summary: `“${name}” stays as it is, said ${actor.fullName}` },
        ...{ refs: { searchId }, occurredAt: at, factKey: `kept:${searchId}:${lane}:${at.toISOString()}` },
      },
    ])
    return { searchId, lane, keptUntil }
  })
}

/** Takes an agent's Keep back: the warning stands again as it did, and what had been slowed down is slow again. */
export async function unkeepSearch(ctx: Context, { searchId, lane, stage, stageAt }: Warning) {
  const { db, now } = ctx
  const at = now()
  return db.$transaction(async (tx) => {
    await findVisible(tx, ctx, searchId)
    const search = await lockSearch(tx, searchId)
    const row = await tx.searchStanding.findFirst({
      where: { searchId, lane, stage, stageAt, keptById: { not: null }, keptUntil: { gt: at } },
    })
    if (!row?.keptAt || !search) throw new DomainError('CONFLICT', MOVED_ON)
    await tx.searchStanding.update({
      where: { searchId_lane: { searchId, lane } },
      data: { keptById: null, keptAt: null, keptUntil: null },
    })
    if (stage === 'Ignored') await slowDownAgain(tx, { search, row, now: at })
    return { searchId, lane }
  })
}

const saidOf = (answer: AnswerInput['answer'], name: string) => {
  if (answer === 'keep') return `Still wants the mails for “${name}”`
  if (answer === 'stop') return `Wants no more mails for “${name}”`
  return `Wants the mails for “${name}” ${CADENCE_SAID[answer]}`
}

/**
 * What a person answers to "Still want these?", by the link in the mail. Said twice it is the same; whatever they say is
 * a sign of life.
 */
export async function answerStillWanted(ctx: PublicContext, { token, searchId, answer }: AnswerInput) {
  const { db, now } = ctx
  const at = now()
  const { email } = await addressOf(db, token)
  const contact = { email, removedAt: null }
  await db.$transaction(async (tx) => {
    const search = await tx.savedSearch.findFirst({
      where: { id: searchId, removedAt: null, contact },
      select: { name: true, contactId: true },
    })
    const locked = search ? await lockSearch(tx, searchId) : undefined
    if (!search || !locked) throw notFound('This search')
    await noteVisit(tx, { email, at })
    await tx.searchStanding.updateMany({
      where: { searchId, lane: 'Ignored', stage: { not: null } },
      data: { keptAt: at, keptUntil: daysAfter(at, KEPT_DAYS), keptById: null },
    })
    if (answer !== 'stop') await putRhythmBack(tx, { searchId, now: at })
    if (answer !== 'keep' && answer !== 'stop') {
      const rhythm = { cadence: answer, conciergeYN: locked.conciergeYN }
      await applyRhythm(tx, { searchId, email, rhythm, now: at })
    }
    const { contactId, name } = search
    const fact = { contactId, kind: 'search.kept', summary: saidOf(answer, name), refs: { searchId, answer } }
    await recordFacts(tx, [{ ...fact, occurredAt: at, factKey: `answered:${searchId}:${answer}:${at.toISOString()}` }])
  })
  if (answer === 'stop') await setPreference(ctx, { token, searchId, active: false })
  const { cadence, activeYN } = await db.savedSearch.findUniqueOrThrow({ where: { id: searchId } })
  return { searchId, answer, activeYN, cadence: CADENCE_SAID[cadence] }
}

/** Somebody uses the page that their link opens: they are there. */
export async function noteLife({ db, now }: PublicContext, { token }: { token: string }) {
  const { email } = await addressOf(db, token)
  await noteVisit(db, { email, at: now() })
  return { noted: true }
}
