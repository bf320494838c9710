import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { filteredContacts } from './contacts.filters.ts'
import type { ContactFollowers } from './contacts.followers.ts'
import { visibleContacts } from './contacts.policy.ts'
import { MOST_AT_ONCE, type WhichContacts } from './contacts.schema.ts'
import { requireAgent, STAGE_WORDS } from './contacts.service.ts'
import type { ContactStageName } from './contacts.words.ts'

type Picked = { id: string; stage: ContactStageName; agentId: string }
/** What became of those that were asked for. */
type Tally = {
  changed: number
  /** It was so already. */
  unchanged: number
  /** They do not exist, or not for whoever asked; which of the two is not said. */
  mayNot: number
  /** The filters find more than one order may change. */
  hasMore: boolean
}

/** The contacts that are meant and may be seen, with how they were. */
async function pick(tx: Db, { actor }: Context, which: WhichContacts) {
  const where: Prisma.ContactWhereInput = 'ids' in which ? { id: { in: which.ids } } : filteredContacts(which.filters)
  const rows: Picked[] = await tx.contact.findMany({
    where: { AND: [visibleContacts(actor), where] },
    select: { id: true, stage: true, agentId: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: MOST_AT_ONCE + 1,
  })
  const picked = rows.slice(0, MOST_AT_ONCE)
  const mayNot = 'ids' in which ? new Set(which.ids).size - picked.length : 0
  return { picked, mayNot, hasMore: rows.length > MOST_AT_ONCE }
}
type Pick = Awaited<ReturnType<typeof pick>>

/** One statement for all of them, under the policy once more: what was handed on meanwhile is left alone. */
async function change(tx: Db, { actor }: Context, ids: string[], data: Prisma.ContactUncheckedUpdateManyInput) {
  if (ids.length === 0) return new Set<string>()
  const where = { AND: [visibleContacts(actor), { id: { in: ids } }] }
  const rows = await tx.contact.updateManyAndReturn({ where, data, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

const tally = ({ picked, mayNot, hasMore }: Pick, asked: readonly Picked[], changed: Set<string>): Tally => ({
  changed: changed.size,
  unchanged: picked.length - asked.length,
  mayNot: mayNot + asked.length - changed.size,
  hasMore,
})

/** Ids by what they were before: the way back, in as few orders as there were values. */
const groupBy = <Value extends string>(rows: readonly Picked[], readWas: (row: Picked) => Value) =>
  [...Map.groupBy(rows, readWas)].map(([was, group]) => ({ was, ids: group.map(({ id }) => id) }))

/** Moves contacts to a stage, each told on its timeline. `before` is the way back. */
export async function setStageOfMany(ctx: Context, input: { which: WhichContacts; stage: ContactStageName }) {
  const { stage, which } = input
  return ctx.db.$transaction(async (tx) => {
    const picks = await pick(tx, ctx, which)
    const asked = picks.picked.filter((row) => row.stage !== stage)
    const at = ctx.now()
    const ids = asked.map(({ id }) => id)
    const changed = await change(tx, ctx, ids, { stage, updatedAt: at })
    const rows = asked.filter(({ id }) => changed.has(id))
    await recordFacts(
      tx,
      rows.map(({ id }) => ({
        contactId: id,
        kind: 'contact.stage',
        summary: `Is now ${STAGE_WORDS[stage]}, says ${ctx.actor.fullName}`,
        occurredAt: at,
        factKey: `contact:${id}:stage:${at.toISOString()}`,
      })),
    )
    return { ...tally(picks, asked, changed), before: groupBy(rows, (row) => row.stage) }
  })
}

/** Hands contacts to an agent whose book the actor works on. `before` is the way back. */
export async function handOverMany(
  ctx: Context,
  { which, agentId }: { which: WhichContacts; agentId: string },
  { followAgents }: ContactFollowers,
) {
  return ctx.db.$transaction(async (tx) => {
    const agent = await requireAgent(tx, ctx, agentId)
    const picks = await pick(tx, ctx, which)
    const asked = picks.picked.filter((row) => row.agentId !== agent.id)
    const at = ctx.now()
    const ids = asked.map(({ id }) => id)
    const changed = await change(tx, ctx, ids, { agentId: agent.id, officeId: agent.officeId, updatedAt: at })
    const rows = asked.filter(({ id }) => changed.has(id))
    await followAgents(
      tx,
      rows.map((row) => ({ contactId: row.id, fromId: row.agentId })),
    )
    await recordFacts(
      tx,
      rows.map(({ id }) => ({
        contactId: id,
        kind: 'contact.handed-over',
        summary: `Handed to ${agent.fullName} by ${ctx.actor.fullName}`,
        occurredAt: at,
        factKey: `contact:${id}:agent:${at.toISOString()}`,
      })),
    )
    return { ...tally(picks, asked, changed), before: groupBy(rows, (row) => row.agentId) }
  })
}

/** Takes contacts away, and the mails to them with it; `restoreMany` of `ids` is the undo. */
export async function removeMany(ctx: Context, { which }: { which: WhichContacts }) {
  return ctx.db.$transaction(async (tx) => {
    const picks = await pick(tx, ctx, which)
    const ids = picks.picked.map(({ id }) => id)
    const changed = await change(tx, ctx, ids, { removedAt: ctx.now() })
    return { ...tally(picks, picks.picked, changed), ids: [...changed] }
  })
}

export async function restoreMany({ db, actor }: Context, { ids }: { ids: string[] }) {
  const { removedAt: _removed, ...visible } = visibleContacts(actor)
  const where = { AND: [visible, { id: { in: ids }, removedAt: { not: null } }] }
  const { count } = await db.contact.updateMany({ where, data: { removedAt: null } })
  return { changed: count }
}
