import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { SearchReason } from '#server/generated/prisma/enums.ts'
import { filteredSearches } from './searches.filters.ts'
import { visibleSearches } from './searches.policy.ts'
import { MOST_AT_ONCE, type WhichSearches } from './searches.schema.ts'

const columns = { id: true, activeYN: true, reason: true, contact: { select: { email: true } } } as const

/** The alerts that are meant and may be seen, with how they are; and how many of those named may not. */
async function pick(tx: Db, { actor, now }: Context, which: WhichSearches) {
  const where: Prisma.SavedSearchWhereInput =
    'ids' in which ? { id: { in: which.ids } } : filteredSearches(which.filters, now())
  const rows = await tx.savedSearch.findMany({
    where: { AND: [visibleSearches(actor), where] },
    select: columns,
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: MOST_AT_ONCE + 1,
  })
  const picked = rows.slice(0, MOST_AT_ONCE)
  const mayNot = 'ids' in which ? new Set(which.ids).size - picked.length : 0
  return { picked, mayNot, hasMore: rows.length > MOST_AT_ONCE }
}

/** One statement for all of them, under the policy once more. */
async function change(tx: Db, { actor }: Context, ids: string[], data: Prisma.SavedSearchUncheckedUpdateManyInput) {
  if (ids.length === 0) return []
  const where = { AND: [visibleSearches(actor), { id: { in: ids } }] }
  const rows = await tx.savedSearch.updateManyAndReturn({ where, data, select: { id: true } })
  return rows.map(({ id }) => id)
}

/**
 * Pauses alerts or resumes them. Resuming leaves out those that nobody could be mailed for, and those that the people
 * switched off themselves: a sweep through a list is no reason to write to them again. `ids` changed.
 */
export async function setActiveOfMany(ctx: Context, { which, active }: { which: WhichSearches; active: boolean }) {
  return ctx.db.$transaction(async (tx) => {
    const { picked, mayNot, hasMore } = await pick(tx, ctx, which)
    const other = picked.filter(({ activeYN }) => activeYN !== active)
    const unreachable = other.filter(({ contact }) => active && contact.email === null)
    const theirs = other.filter(({ reason, contact }) => active && contact.email && reason === 'ClientDisabled')
    const left = new Set([...unreachable, ...theirs].map(({ id }) => id))
    const asked = other.flatMap(({ id }) => (left.has(id) ? [] : id))
    const reason: SearchReason = active ? 'ReActivated' : 'AgentDisabled'
    const ids = await change(tx, ctx, asked, { activeYN: active, reason, reasonNote: null })
    return {
      ...{ ids, changed: ids.length, unchanged: picked.length - other.length, hasMore },
      ...{ mayNot: mayNot + asked.length - ids.length, unreachable: unreachable.length, theirs: theirs.length },
    }
  })
}

/** Takes alerts away; `restoreMany` of `ids` is the undo. */
export async function removeMany(ctx: Context, { which }: { which: WhichSearches }) {
  return ctx.db.$transaction(async (tx) => {
    const { picked, mayNot, hasMore } = await pick(tx, ctx, which)
    const asked = picked.map(({ id }) => id)
    const ids = await change(tx, ctx, asked, { removedAt: ctx.now() })
    return { ids, changed: ids.length, unchanged: 0, mayNot: mayNot + asked.length - ids.length, hasMore }
  })
}

export async function restoreMany({ db, actor }: Context, { ids }: { ids: string[] }) {
  const where = { id: { in: ids }, removedAt: { not: null }, contact: visibleContacts(actor) }
  const { count } = await db.savedSearch.updateMany({ where, data: { removedAt: null } })
  return { changed: count }
}
