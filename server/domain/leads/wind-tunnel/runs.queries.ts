import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { tunnelResultSchema } from './tunnel.schema.ts'
import type { TunnelResult } from './tunnel.types.ts'

/** The people that a result names, those who have left, too. */
async function namesIn(db: Db, { loads, moves }: TunnelResult): Promise<Record<string, string>> {
  const ids = [...loads.map(({ agentId }) => agentId), ...moves.flatMap(({ fromId, toId }) => [fromId, toId])]
  const people = await db.person.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, fullName: true },
  })
  return Object.fromEntries(people.map(({ id, fullName }) => [id, fullName]))
}

async function examplesOf(db: Db, { examples }: TunnelResult) {
  const rows = await db.inquiry.findMany({
    where: { id: { in: examples.map(({ inquiryId }) => inquiryId) } },
    select: { id: true, receivedAt: true, citySlug: true, contact: { select: { id: true, fullName: true } } },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return examples.flatMap((example) => {
    const lead = byId.get(example.inquiryId)
    return lead ? { ...example, receivedAt: lead.receivedAt, contact: lead.contact } : []
  })
}

/** The latest run of the draft as it stands, with what it found; null when there is no draft, or nobody has tried it. */
export async function getTunnel({ db }: Context) {
  const draft = await db.routingRuleSet.findFirst({ where: { state: 'draft' }, select: { digest: true } })
  if (!draft) return null
  const run = await db.windTunnelRun.findFirst({
    where: { digest: draft.digest },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    select: {
      ...{ id: true, state: true, fromAt: true, toAt: true, leadsReplayed: true, leadsTotal: true, result: true },
      ...{ trouble: true, askedAt: true, finishedAt: true, askedBy: { select: { fullName: true } } },
    },
  })
  if (!run) return null
  const { result: kept, ...rest } = run
  const nobody: Record<string, string> = {}
  if (kept === null) return { ...rest, result: null, names: nobody, examples: [] }
  const result = tunnelResultSchema.parse(kept)
  const [names, examples] = await Promise.all([namesIn(db, result), examplesOf(db, result)])
  return { ...rest, result, names, examples }
}
