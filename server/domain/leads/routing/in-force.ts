import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { type Rules, rulesSchema } from './rules.schema.ts'

/**
 * The sets of which the latest version decides at a moment. Rules whose time has come decide from that instant on, whether
 * or not anybody has written down yet that they do: no clock has to be on time for it.
 */
export const inForceAt = (at: Date) =>
  ({
    where: { OR: [{ state: 'published' }, { state: 'scheduled', effectiveFrom: { lte: at } }] },
    orderBy: { version: 'desc' },
  }) satisfies Prisma.RoutingRuleSetFindFirstArgs

/** The rules that are in force. There always are some: the first set came with the tables. */
export async function readPublished(db: Db, at: Date): Promise<{ version: number; rules: Rules }> {
  const set = await db.routingRuleSet.findFirstOrThrow({ ...inForceAt(at), select: { version: true, rules: true } })
  return { version: set.version ?? 0, rules: rulesSchema.parse(set.rules) }
}
