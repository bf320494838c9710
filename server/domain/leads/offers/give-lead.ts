import type { Db } from '#server/db.ts'
import { searchFollowers } from '#server/domain/alerts/searches.followers.ts'
import { calendarFollowers } from '#server/domain/calendar/calendar.followers.ts'
import { moveToAgent } from '#server/domain/contacts/arrivals.service.ts'
import { followersInTurn } from '#server/domain/contacts/contacts.followers.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { startChase } from '../idle/start-chase.ts'
import type { Because } from '../leads.words.ts'
import { tellBoth } from '../taking-in/tell-both.ts'

const followers = followersInTurn(searchFollowers, calendarFollowers)

type Gift = {
  inquiryId: string
  agentId: string
  because: Because
  /** For the timeline, after the agent's name: "who took it after 38 s". Null when the rules gave it as it came. */
  why: string | null
  at: Date
}

/**
 * Gives a lead, and what the same person has sent since, to an agent: the contact moves into their book, the timeline
 * says why, and both sides get a mail. In the caller's transaction; whoever calls has made sure that it is theirs.
 */
export async function giveLead(tx: Db, { inquiryId, agentId, because, why, at }: Gift): Promise<Given> {
  const given = await tx.$queryRaw<{ id: string; contactId: string | null }[]>`
    UPDATE inquiry SET state = 'open', agent_id = ${agentId}::uuid, because = ${because}, pond_id = NULL, ponded_at = NULL
     WHERE (id = ${inquiryId}::uuid OR joins_id = ${inquiryId}::uuid) AND state IN ('offered', 'pond')
    RETURNING id::text, contact_id::text AS "contactId"`
  const contactId = given.find(({ id }) => id === inquiryId)?.contactId ?? null
  if (contactId) {
    await moveContact(tx, { contactId, agentId, why, at, factKey: `lead:${inquiryId}:given:${at.toISOString()}` })
  }
  for (const { id } of given) await tellBoth(tx, { inquiryId: id, agentId, at })
  if (given.length > 0) await startChase(tx, { inquiryId, agentId, at })
  return { contactId }
}
type Given = { contactId: string | null }

type Move = { contactId: string; agentId: string; why: string | null; at: Date; factKey: string }

/** Moves the contact of a lead from whoever keeps it to its agent; the timeline says so once. */
export async function moveContact(tx: Db, { contactId, agentId, why, at, factKey }: Move): Promise<void> {
  const { agent, ...contact } = await tx.contact.findUniqueOrThrow({
    where: { id: contactId },
    select: { id: true, fullName: true, phone: true, agentId: true, agent: { select: { removedAt: true } } },
  })
  if (contact.agentId !== agentId) {
    const known = { ...contact, agentIsHere: agent.removedAt === null }
    await moveToAgent(tx, { contact: known, agentId, at, followers, why: why ?? 'as the rules say' })
  } else if (why) {
    const { fullName } = await tx.person.findUniqueOrThrow({ where: { id: agentId }, select: { fullName: true } })
    const summary = `The lead went to ${fullName}, ${why}`
    await recordFacts(tx, [{ contactId, kind: 'lead.given', summary, occurredAt: at, factKey }])
  }
}
