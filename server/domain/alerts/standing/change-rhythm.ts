import type { Db } from '#server/db.ts'
import type { SearchStanding } from '#server/generated/prisma/client.ts'
import type { SearchCadence, SearchReason } from '#server/generated/prisma/enums.ts'
import { applyRhythm } from '../rhythm/rhythm.service.ts'
import type { Cadence } from '../rhythm/rhythm.words.ts'
import { type Evidence, evidenceSchema } from './standing.schema.ts'
import { evidenceInWords } from './standing.words.ts'

type Locked = {
  id: string
  cadence: SearchCadence
  conciergeYN: boolean
  activeYN: boolean
  reason: SearchReason
  email: string | null
}

/** Holds a search for the rest of the transaction: the night and a person decide one after the other, in this order. */
export async function lockSearch(tx: Db, searchId: string): Promise<Locked | undefined> {
  await tx.$executeRaw`SELECT FROM saved_search WHERE id = ${searchId}::uuid FOR NO KEY UPDATE`
  const search = await tx.savedSearch.findFirst({
    where: { id: searchId, removedAt: null },
    select: {
      ...{ id: true, cadence: true, conciergeYN: true, activeYN: true, reason: true },
      contact: { select: { email: true } },
    },
  })
  if (!search) return undefined
  const { contact, ...rest } = search
  return { ...rest, email: contact.email }
}

type Step = { search: Locked; to: Cadence | 'off'; evidence: Evidence; now: Date }

/** One step slower, or to rest, with the reason and its figures; what it was before can be put back. */
export async function slowDown(tx: Db, { search, to, evidence, now }: Step): Promise<void> {
  const { id: searchId, email, cadence, conciergeYN } = search
  if (to !== 'off') await applyRhythm(tx, { searchId, email, rhythm: { cadence: to, conciergeYN }, now })
  const reason = { reason: 'Ignored', reasonNote: evidenceInWords(evidence) } as const
  await tx.savedSearch.update({
    where: { id: searchId },
    data: { ...reason, ...(to === 'off' && { activeYN: false }) },
  })
  const key = { searchId_lane: { searchId, lane: 'Ignored' } } as const
  const row = await tx.searchStanding.findUniqueOrThrow({ where: key, select: { cadenceBefore: true } })
  // Only a chain of steps goes back to its beginning: what a person has chosen since is a beginning of its own.
  const cadenceBefore = (search.reason === 'Ignored' ? row.cadenceBefore : null) ?? cadence
  await tx.searchStanding.update({
    where: key,
    data: { cadenceBefore, cadenceAfter: to === 'off' ? cadence : to },
  })
}

/** Gives a search the rhythm it had before it was slowed down, and wakes it; unless somebody changed it in between. */
export async function putRhythmBack(tx: Db, { searchId, now }: { searchId: string; now: Date }): Promise<void> {
  const key = { searchId, lane: 'Ignored' } as const
  const row = await tx.searchStanding.findUnique({ where: { searchId_lane: key } })
  const search = await lockSearch(tx, searchId)
  if (!row?.cadenceBefore || !search) return
  if (search.reason !== 'Ignored' || search.cadence !== row.cadenceAfter) return
  const { email, conciergeYN, activeYN } = search
  await applyRhythm(tx, { searchId, email, rhythm: { cadence: row.cadenceBefore, conciergeYN }, now })
  const reason = activeYN ? 'Revised' : 'ReActivated'
  await tx.savedSearch.update({ where: { id: searchId }, data: { activeYN: true, reason, reasonNote: null } })
}

type Undone = { search: Locked; row: SearchStanding; now: Date }

/** The step that `putRhythmBack` has taken back, once more. */
export async function slowDownAgain(tx: Db, { search, row, now }: Undone): Promise<void> {
  const { cadenceBefore, cadenceAfter } = row
  if (!search.activeYN || search.cadence !== cadenceBefore || !cadenceAfter) return
  const evidence = evidenceSchema.parse(row.evidence)
  if (!evidence.rested) return slowDown(tx, { search, to: cadenceAfter, evidence, now })
  const { id: searchId, email, conciergeYN } = search
  await applyRhythm(tx, { searchId, email, rhythm: { cadence: cadenceAfter, conciergeYN }, now })
  await slowDown(tx, { search: { ...search, cadence: cadenceAfter }, to: 'off', evidence, now })
  await tx.searchStanding.update({
    where: { searchId_lane: { searchId, lane: 'Ignored' } },
    data: { cadenceBefore },
  })
}
