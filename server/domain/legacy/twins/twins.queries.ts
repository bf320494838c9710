import type { Context } from '#server/context.ts'
import { visibleSearches } from '#server/domain/alerts/searches.policy.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { visibleDeals } from '#server/domain/deals/deals.policy.ts'
import { env } from '#server/env.ts'
import { notFound } from '#server/errors.ts'
import { oldPathOf, PLACES } from './twins.places.ts'
import type { RecordInput, TwinInput } from './twins.schema.ts'

/** Whether this person may see the record; homes are for everybody here. */
async function isVisible({ db, actor }: Context, { kind, id }: RecordInput): Promise<boolean> {
  switch (kind) {
    case 'contact':
      return (await db.contact.count({ where: { id, AND: visibleContacts(actor) } })) > 0
    case 'listing':
      return (await db.listing.count({ where: { id } })) > 0
    case 'deal':
      return (await db.deal.count({ where: { id, AND: visibleDeals(actor) } })) > 0
    case 'search':
      return (await db.savedSearch.count({ where: { id, AND: visibleSearches(actor) } })) > 0
  }
}

/** Where the old system shows this record; null when it has none, or nobody says where the old system is. */
export async function getTwin(ctx: Context, { kind, id }: RecordInput): Promise<{ path: string } | null> {
  if (!(await isVisible(ctx, { kind, id }))) throw notFound('This record')
  if (!env.OLD_SITE_URL) return null
  const record = await ctx.db.legacyRecord.findFirst({
    where: { stream: PLACES[kind].stream, targetId: id },
    select: { sourceId: true },
    orderBy: { syncedAt: 'desc' },
  })
  const path = record && oldPathOf(kind, record.sourceId)
  return path ? { path } : null
}

/** The record here that a document of the old system became. One that this person may not see does not exist. */
export async function findByTwin(ctx: Context, { kind, sourceId }: TwinInput): Promise<{ href: string }> {
  const { stream, ours } = PLACES[kind]
  const record = await ctx.db.legacyRecord.findUnique({
    where: { stream_sourceId: { stream, sourceId } },
    select: { targetId: true },
  })
  if (!record || !(await isVisible(ctx, { kind, id: record.targetId }))) throw notFound('This record')
  return { href: ours(record.targetId) }
}
