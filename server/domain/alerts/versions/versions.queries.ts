import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import { visibleSearches } from '../searches.policy.ts'
import { fromVersion } from '../searches.rows.ts'
import { summariseEvents } from '../searches.words.ts'
import { changesBetween } from './changes.ts'
import type { ListVersionsInput } from './versions.schema.ts'
import { countMailsByVersion } from './versions.sql.ts'

const PAGE_SIZE = 10

/**
 * How an alert came to be what it is, the latest first: each version's sentence, who made it when, what it changed, and
 * the mails that left under it. `by` is null for what the old system did.
 */
export async function listVersions({ db, actor }: Context, { searchId, cursor }: ListVersionsInput) {
  const search = await db.savedSearch.findFirst({
    where: { AND: [visibleSearches(actor), { id: searchId }] },
    select: {
      currentVersion: true,
      versions: {
        where: cursor ? { version: { lt: cursor } } : {},
        orderBy: { version: 'desc' },
        // One more than is shown, to hold the last one against.
        take: PAGE_SIZE + 1,
      },
    },
  })
  if (!search) throw notFound('This alert')
  const { versions, currentVersion } = search
  const [mails, people] = await Promise.all([
    countMailsByVersion(db, searchId),
    db.person.findMany({
      where: { id: { in: versions.flatMap(({ createdById }) => createdById ?? []) } },
      select: { id: true, fullName: true },
    }),
  ])
  const mailsOf = new Map(mails.map(({ version, ...rest }) => [version, rest]))
  const nameOf = new Map(people.map(({ id, fullName }) => [id, fullName]))
  const read = versions.map((row) => ({ row, criteria: fromVersion(row) }))
  const items = read.slice(0, PAGE_SIZE).map(({ row, criteria }, index) => {
    const before = read[index + 1]
    return {
      version: row.version,
      at: row.createdAt,
      by: nameOf.get(row.createdById ?? '') ?? null,
      summary: row.summary,
      sentence: summariseEvents(criteria),
      /** Empty for the first one, and for one in which only the name or the rhythm changed. */
      changes: before ? changesBetween(before.criteria, criteria) : [],
      isFirst: row.version === 1,
      mails: mailsOf.get(row.version) ?? null,
    }
  })
  return { currentVersion, items, nextCursor: versions.length > PAGE_SIZE ? items.at(-1)?.version : undefined }
}
