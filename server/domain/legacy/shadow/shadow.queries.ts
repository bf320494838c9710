import type { Context } from '#server/context.ts'
import { daysUntil } from './days.sql.ts'
import { countCauses } from './differences.store.ts'
import type { ListDifferencesInput } from './shadow.schema.ts'
import { shadowVerdict } from './verdict.queries.ts'

/** The strip shows so many days. */
const SHOWN_DAYS = 28
const PAGE = 50

const nameOf = (day: Date) => day.toISOString().slice(0, 10)

/** The last four weeks, day by day: how far both engines agree, and of what the differences come. */
export async function listShadowDays({ db, now }: Context) {
  const names = await daysUntil(db, now(), SHOWN_DAYS)
  const from = new Date(`${names[0]}T00:00:00Z`)
  const [rows, causes, verdict] = [
    await db.legacyShadowDay.findMany({ where: { day: { gte: from } } }),
    await countCauses(db, from),
    await shadowVerdict(db, now()),
  ]
  return {
    verdict: { isProven: verdict.isProven, words: verdict.words },
    days: names.map((day) => {
      const row = rows.find((one) => nameOf(one.day) === day)
      if (!row)
        return {
          day,
          state: null,
          pairs: 0,
          agreed: 0,
          people: 0,
          differences: 0,
          unexplained: 0,
          comparedAt: null,
          isReplayed: false,
          causes: [],
        }
      const { state, pairs, agreed, people, differences, unexplained, endedAt, isReplayed } = row
      const found = causes.filter((one) => nameOf(one.day) === day).map(({ cause, count }) => ({ cause, count }))
      return {
        day,
        state,
        pairs,
        agreed,
        people,
        differences,
        unexplained,
        comparedAt: endedAt,
        isReplayed,
        causes: found,
      }
    }),
  }
}

const home = { select: { id: true, streetAddress: true, unitNumber: true, city: true, listPriceCents: true } } as const

/** The differences of a day, person by person, the open ones of a person with the others. */
export async function listDifferences({ db }: Context, { day, cause, cursor }: ListDifferencesInput) {
  const rows = await db.legacyShadowDifference.findMany({
    where: { day: new Date(`${day}T00:00:00Z`), ...(cause ? { cause } : {}) },
    orderBy: [{ person: 'asc' }, { id: 'asc' }],
    take: PAGE + 1,
    ...(cursor ? { cursor: { id: cursor } } : {}),
    select: {
      ...{ id: true, person: true, home: true, kind: true, cause: true, criterion: true, explainedAt: true },
      ...{ contact: { select: { id: true, fullName: true } }, listing: home },
    },
  })
  return {
    items: rows.slice(0, PAGE).map(({ listing, ...row }) => ({
      ...row,
      listing: listing && { ...listing, listPriceCents: Number(listing.listPriceCents) },
    })),
    nextCursor: rows[PAGE]?.id ?? null,
  }
}
