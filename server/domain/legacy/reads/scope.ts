import type { IdFilter } from '#server/adapters/mongo/mongo.reads.ts'
import type { Context } from '#server/context.ts'
import type { DealRow } from '#server/domain/deals/deals.rows.ts'
import { seesWholeFirm, visibleAgents } from '#server/domain/org/org.policy.ts'
import { twinsOf } from './twins.store.ts'

/** What of the old system one may be shown: as far as its database can be asked, and the rest by `mayShow`. */
export type Scope = { filters: IdFilter[]; mayShow: (row: DealRow) => boolean }

/** Ids of the agents whose deals the actor may see; null for those of the whole firm. */
async function agentsOf({ db, actor }: Context): Promise<Set<string> | null> {
  if (seesWholeFirm(actor)) return null
  const people = await db.person.findMany({ where: visibleAgents(actor), select: { id: true } })
  return new Set(people.map(({ id }) => id))
}

/**
 * Deals of agents whom one may not see are left out by the old database. Those that name nobody, or somebody we don't
 * know, are read, too: they belong to the agent of their contact, whom only we know.
 */
export async function scopeOf(
  ctx: Context,
  { agentId, contactId }: { agentId?: string | undefined; contactId?: string | undefined },
): Promise<Scope | null> {
  const visible = await agentsOf(ctx)
  const mayShow = (row: DealRow) => visible === null || visible.has(row.agentId)
  if (agentId && visible && !visible.has(agentId)) return null
  const wanted = agentId ? new Set([agentId]) : visible
  const filters: IdFilter[] = []
  if (wanted) {
    const agents = await twinsOf(ctx.db, 'agents', null)
    const idsWhere = (isMeant: boolean) =>
      agents.flatMap(({ targetId, idJson }) => (wanted.has(targetId) === isMeant ? idJson : []))
    filters.push({ field: 'agentId', oneOf: idsWhere(true), orNoneOf: idsWhere(false) })
  }
  if (contactId) {
    const contacts = await twinsOf(ctx.db, 'contacts', [contactId])
    // Somebody who is known here alone has no deals there.
    if (contacts.length === 0) return null
    filters.push({ field: 'contactId', oneOf: contacts.map(({ idJson }) => idJson) })
  }
  return { filters, mayShow }
}
