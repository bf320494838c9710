import { aSearch } from '#server/testing/alert-factories.ts'
import { aContact } from '#server/testing/factories.ts'
import type { Book } from '#server/testing/rights.ts'
import { DAY_MS } from './patience.ts'

const ago = (days: number) => new Date(Date.now() - days * DAY_MS)

/** A search that is about to be slowed down, and one whose agent keeps it as it is. */
export async function aWarnedBook({ db, agent, marker }: Book) {
  const email = `${marker}-${crypto.randomUUID().slice(0, 8)}@example.test`
  const contact = await aContact(agent, { fullName: `${marker} Reader`, email }, db)
  const stageAt = ago(1)
  const stage = { lane: 'Ignored', stage: 'FinalIgnoredWarning', since: ago(75), stageAt, dueAt: ago(-13) } as const
  const warn = async (kept: { keptById: string; keptAt: Date; keptUntil: Date } | object) => {
    const { id: searchId } = await aSearch(agent, contact, { bedroomsMin: 3 }, db)
    await db.savedSearch.update({ where: { id: searchId }, data: { name: `${marker} search` } })
    await db.searchStanding.create({ data: { searchId, ...stage, ...kept } })
    return { searchId, lane: stage.lane, stage: stage.stage, stageAt }
  }
  const warning = await warn({})
  const kept = await warn({ keptById: agent.id, keptAt: ago(0), keptUntil: ago(-180) })
  return { warning, kept }
}
