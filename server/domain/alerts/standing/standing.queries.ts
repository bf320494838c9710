import type { Context, PublicContext } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import { relaxSearch } from '../knowing/relax.queries.ts'
import { addressOf } from '../preferences.service.ts'
import { visibleSearches } from '../searches.policy.ts'
import { fromVersion } from '../searches.rows.ts'
import { readAsked } from './asked.queries.ts'
import { standingNow, toWarning, warningRow } from './warnings.ts'

const SHOWN = 50

/** Searches of people the actor may see that need a look; what is due first comes first. */
export async function listWarned({ db, actor, now }: Context, { contactId }: { contactId?: string | undefined }) {
  const rows = await db.searchStanding.findMany({
    where: { AND: [standingNow(now()), { search: { AND: [visibleSearches(actor), contactId ? { contactId } : {}] } }] },
    select: {
      ...warningRow,
      search: {
        select: {
          ...{ id: true, name: true, cadence: true, activeYN: true },
          contact: { select: { id: true, fullName: true, agent: { select: { fullName: true } } } },
          current: { select: { summary: true } },
        },
      },
    },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { stageAt: 'desc' }, { searchId: 'asc' }],
    take: SHOWN + 1,
  })
  const items = rows
    .slice(0, SHOWN)
    .flatMap(({ search: { current, ...search }, ...row }) =>
      toWarning(row).map((warning) => ({ ...warning, search: { ...search, summary: current.summary } })),
    )
  return { items, hasMore: rows.length > SHOWN }
}

/** What would help a search that finds nothing: the smallest single changes, each with the homes it would give. */
export async function relaxWarned(ctx: Context, { searchId }: { searchId: string }) {
  const search = await ctx.db.savedSearch.findFirst({
    where: { AND: [visibleSearches(ctx.actor), { id: searchId }] },
    select: { current: true },
  })
  if (!search) throw notFound('This alert')
  return relaxSearch(ctx, { criteria: fromVersion(search.current) })
}

/** What "Still want these?" asks about, for the page that its link opens. Reading it changes nothing. */
export async function getAsked({ db }: PublicContext, { token }: { token: string }) {
  const { email } = await addressOf(db, token)
  return { email, searches: await readAsked(db, email) }
}
