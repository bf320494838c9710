import type { Db, RootDb } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { lockSearch, putRhythmBack, slowDown } from './change-rhythm.ts'
import { readFacts, type SearchFacts } from './facts.sql.ts'
import { judgeIgnored, judgeNothingFound, judgeTooBroad, type Move, type Standing } from './judge.ts'
import { daysAfter } from './patience.ts'
import { noteFinds, noteSigns } from './signs.sql.ts'
import { isStage, type Lane } from './standing.words.ts'
import { queueStillWanted } from './still-wanted.mails.ts'
import { moveInWords } from './tend.words.ts'

export type TendDeps = { db: RootDb; now: () => Date }

/** Searches of one statement. */
const BATCH = 2_000
/** Events of transactions that were still open the last time; noting one twice changes nothing. */
const OVERLAP_MS = 3_600_000
/** How far back the first night looks: as far as anything it could warn of. */
const FIRST_LOOK_DAYS = 400
const FIRST_FINDS_DAYS = 90
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** Brings up to date when people last gave a sign of life and when searches last found something. */
export async function noteWhatHappened({ db, now }: TendDeps): Promise<{ people: number; searches: number }> {
  const until = now()
  const ago = (days: number) => daysAfter(until, -days)
  const position = await db.standingPosition.findUnique({ where: { id: 1 } })
  const back = (at: Date | undefined, days: number) => (at ? new Date(at.getTime() - OVERLAP_MS) : ago(days))
  const people = await noteSigns(db, { from: back(position?.signsUntil, FIRST_LOOK_DAYS), until })
  let searches = 0
  // By weeks: a first night over months of findings would be one statement of many minutes.
  for (let from = back(position?.findsUntil, FIRST_FINDS_DAYS); from < until; from = daysAfter(from, 7)) {
    searches += await noteFinds(db, { from, until: daysAfter(from, 7) })
  }
  const read = { signsUntil: until, findsUntil: until }
  await db.standingPosition.upsert({ where: { id: 1 }, create: read, update: read })
  return { people, searches }
}

type Row = Prisma.SearchStandingGetPayload<object>

const toStanding = (row: Row | undefined): Standing | null =>
  row ? { ...row, stage: isStage(row.stage) ? row.stage : null } : null

function judge(facts: SearchFacts, rows: Partial<Record<Lane, Row>>, now: Date): [Lane, Move | null][] {
  const of = (lane: Lane) => toStanding(rows[lane])
  const longest = facts.homes !== null && facts.homesAt ? { homes: facts.homes, at: facts.homesAt } : null
  return [
    ['Ignored', judgeIgnored({ ...facts, standing: of('Ignored') }, now)],
    ['NothingFound', judgeNothingFound({ foundAt: facts.foundAt, standing: of('NothingFound') }, now)],
    ['TooBroad', judgeTooBroad({ longest, standing: of('TooBroad') }, now)],
  ]
}

type Moving = { facts: SearchFacts; lane: Lane; row: Row | undefined; move: Move; now: Date }

/** Writes the stage if the row still is what was judged. False when somebody, or another run, was quicker. */
async function writeStage(tx: Db, { facts, lane, row, move, now }: Moving): Promise<boolean> {
  const { searchId } = facts
  const stage = {
    ...{ stage: move.to, since: move.since, stageAt: now, agentToldAt: null },
    ...(move.to === null ? { dueAt: null, evidence: {} } : { dueAt: move.dueAt, evidence: move.evidence }),
  }
  if (!row) {
    const { count } = await tx.searchStanding.createMany({ data: { searchId, lane, ...stage }, skipDuplicates: true })
    return count === 1
  }
  const { count } = await tx.searchStanding.updateMany({
    where: { searchId, lane, stage: row.stage, stageAt: row.stageAt, keptAt: row.keptAt },
    data: stage,
  })
  return count === 1
}

/** One move of one search: the stage, what it does, the fact and the mail, all of it or nothing. */
const makeMove = (db: RootDb, moving: Moving): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const { facts, lane, row, move, now } = moving
    const { searchId, contactId, email } = facts
    const search = await lockSearch(tx, searchId)
    if (!search?.activeYN || search.cadence !== facts.cadence || !(await writeStage(tx, moving))) return false
    if (move.to !== null && move.step) await slowDown(tx, { search, to: move.step, evidence: move.evidence, now })
    if (move.to === null && lane === 'Ignored') await putRhythmBack(tx, { searchId, now })
    if (move.to === 'FinalIgnoredWarning' || (move.to !== null && move.step === 'off'))
      await queueStillWanted(tx, { email, contactId, at: now })
    await recordFacts(tx, [
      {
        contactId,
        kind: move.to === null ? 'search.recovered' : 'search.warned',
        summary: moveInWords({ name: facts.name, cadence: facts.cadence, from: row?.stage ?? null, move }),
        refs: { searchId, stage: move.to },
        occurredAt: now,
        factKey: `standing:${searchId}:${lane}:${move.to ?? 'well'}:${now.toISOString()}`,
      },
    ])
    return true
  })

export type Tended = {
  looked: number
  warned: number
  slowed: number
  rested: number
  recovered: number
  after: string | null
}

/**
 * Judges the next searches after `after` and makes the moves that are due, each in a transaction of its own: killed
 * anywhere, the next run judges what is left. `after` of the answer is null when there are no more.
 */
export async function tendSearches({ db, now }: TendDeps, after: string | null): Promise<Tended> {
  const at = now()
  const searches = await readFacts(db, { after: after ?? FIRST_ID, take: BATCH, now: at })
  const rows = await db.searchStanding.findMany({
    where: { searchId: { in: searches.map(({ searchId }) => searchId) } },
  })
  const rowsOf = Map.groupBy(rows, ({ searchId }) => searchId)
  const tended = { looked: searches.length, warned: 0, slowed: 0, rested: 0, recovered: 0 }
  for (const facts of searches) {
    const own: Partial<Record<Lane, Row>> = {}
    for (const row of rowsOf.get(facts.searchId) ?? []) own[row.lane] = row
    for (const [lane, move] of judge(facts, own, at)) {
      if (!move || !(await makeMove(db, { facts, lane, row: own[lane], move, now: at }))) continue
      if (move.to === null) tended.recovered += 1
      else if (move.step === 'off') tended.rested += 1
      else if (move.step) tended.slowed += 1
      else tended.warned += 1
    }
  }
  const last = searches.length === BATCH ? searches.at(-1) : undefined
  return { ...tended, after: last?.searchId ?? null }
}
