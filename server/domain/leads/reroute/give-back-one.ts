import type { Db } from '#server/db.ts'
import type { LeadReroute } from '#server/generated/prisma/client.ts'
import { readFirstTouch } from '../idle/first-touch.sql.ts'
import { keepMeanwhile, release } from '../idle/release.ts'
import { BECAUSE } from '../leads.words.ts'
import { giveLead } from '../offers/give-lead.ts'
import { lockOffer } from '../offers/offers.store.ts'
import { putIntoPond } from '../offers/ponds.service.ts'
import { takeOver } from '../offers/take-over.ts'
import type { Kept } from './undo.words.ts'

type Order = { row: LeadReroute; at: Date }
const SOMEBODY = 'Somebody'

/** The lead as it stands, locked after its offer, as everybody does. Null when an offer was made while we waited. */
async function lockLead(tx: Db, inquiryId: string) {
  const findLive = () => tx.leadOffer.findFirst({ where: { inquiryId, endedAt: null }, select: { id: true } })
  const before = await findLive()
  if (before) await lockOffer(tx, before.id)
  await tx.$queryRaw`SELECT 1 FROM inquiry WHERE id = ${inquiryId}::uuid FOR UPDATE`
  const live = await findLive()
  if (live && live.id !== before?.id) return null
  return tx.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    select: { state: true, agentId: true, contactId: true, agent: { select: { fullName: true } } },
  })
}

/** Who has said yes or no to what was held out since. */
async function findReply(tx: Db, { inquiryId, doneAt }: LeadReroute): Promise<string | null> {
  const replied = await tx.leadOfferPerson.findFirst({
    where: {
      offer: { inquiryId },
      askedAt: { gte: doneAt },
      OR: [{ passedAt: { not: null } }, { wonAt: { not: null } }],
    },
    select: { person: { select: { fullName: true } } },
    orderBy: { personId: 'asc' },
  })
  return replied?.person.fullName ?? null
}

/** Where it goes back to, if that is still there. */
async function findOrigin(tx: Db, { fromAgentId, fromPondId }: LeadReroute) {
  if (fromAgentId) {
    const { fullName: name, removedAt } = await tx.person.findUniqueOrThrow({ where: { id: fromAgentId } })
    return removedAt ? { kept: { kind: 'gone', name } as const } : { agentId: fromAgentId }
  }
  if (!fromPondId) return { kept: { kind: 'offered-before' } as const }
  const pond = await tx.leadPond.findFirst({ where: { id: fromPondId, removedAt: null }, select: { id: true } })
  return pond ? { pondId: pond.id } : { kept: { kind: 'pond-gone' } as const }
}

/** Why it can not go back any more; null while nobody has answered. */
async function findObstacle(tx: Db, { row, at }: Order): Promise<Kept | null> {
  const { inquiryId, doneAt, toAgentId, fromAgentId } = row
  const lead = await lockLead(tx, inquiryId)
  if (!lead) return { kind: 'moving' }
  if (lead.state === 'answered') return { kind: 'answered' }
  const later = await tx.leadReroute.findFirst({
    where: { inquiryId, doneAt: { gt: doneAt } },
    select: { batchId: true },
  })
  if (later) return { kind: 'again' }
  if (lead.state === 'open' && lead.agentId !== toAgentId)
    return { kind: 'has-it', name: lead.agent?.fullName ?? SOMEBODY }
  const name = await findReply(tx, row)
  if (name) return { kind: 'replied', name }
  const touched = await readFirstTouch(tx, { inquiryId, since: doneAt, until: at })
  // Whoever had it may have called them after all: that is one reason more.
  return touched && touched.personId !== fromAgentId ? { kind: 'touched', name: touched.fullName ?? SOMEBODY } : null
}

/** Gives a lead back to whoever had it, or into its pond, with its person; says why where it stays. */
export async function giveBackOne(tx: Db, { row, at }: Order): Promise<Kept | null> {
  const obstacle = await findObstacle(tx, { row, at })
  if (obstacle) return obstacle
  const origin = await findOrigin(tx, row)
  if (origin.kept) return origin.kept
  const { inquiryId } = row
  const { contactId } = await takeOver(tx, { inquiryId, at })
  await release(tx, { inquiryId })
  if (origin.agentId !== undefined) {
    const because = BECAUSE.find((each) => each === row.because) ?? 'by-hand'
    await giveLead(tx, { inquiryId, agentId: origin.agentId, because, why: 'who had it before', at })
    return null
  }
  await keepMeanwhile(tx, { inquiryId, contactId, at })
  await putIntoPond(tx, { inquiryId, pondId: origin.pondId, at })
  return null
}
