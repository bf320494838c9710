import type { Db } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { newId } from '#server/ids.ts'
import type { ContactFollowers } from './contacts.followers.ts'
import { digitsOf, sameName } from './same-name.ts'

/** Somebody who came by themselves, and left an address, a telephone number, or both. */
export type Arrival = { fullName: string; email: string | null; phone: string | null }
export type KnownContact = { id: string; fullName: string; phone: string | null; agentId: string; agentIsHere: boolean }

const keysOf = ({ email, phone }: Arrival) => {
  const digits = digitsOf(phone)
  return [...(email ? [`email:${email.toLowerCase()}`] : []), ...(digits ? [`phone:${digits}`] : [])].sort()
}

/** Two who come at once under one address, or with one telephone, go one after the other: else they became two people. */
export async function waitForTurn(tx: Db, arrival: Arrival): Promise<void> {
  for (const key of keysOf(arrival)) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`arrival:${key}`}, 0))`
  }
}

/** Of several records of one person the one that is furthest with somebody, then the one that was touched last. */
const findByEmail = (tx: Db, email: string) =>
  tx.$queryRaw<KnownContact[]>`
    /* one plan */ SELECT c.id::text, c.full_name AS "fullName", c.phone, c.agent_id::text AS "agentId",
           a.removed_at IS NULL AS "agentIsHere"
      FROM contact c JOIN person a ON a.id = c.agent_id
     WHERE c.removed_at IS NULL AND c.email = ${email}::citext
     ORDER BY a.removed_at IS NOT NULL, array_position('{client,active,past,lead}'::contact_stage[], c.stage), c.updated_at DESC, c.id
     LIMIT 1`

const findByPhone = (tx: Db, digits: string) =>
  tx.$queryRaw<KnownContact[]>`
    SELECT c.id::text, c.full_name AS "fullName", c.phone, c.agent_id::text AS "agentId", a.removed_at IS NULL AS "agentIsHere"
      FROM contact c JOIN person a ON a.id = c.agent_id
     WHERE c.removed_at IS NULL AND regexp_replace(c.phone, '\\D', '', 'g') LIKE ${`%${digits}`}
     ORDER BY a.removed_at IS NOT NULL, array_position('{client,active,past,lead}'::contact_stage[], c.stage), c.updated_at DESC, c.id
     LIMIT 20`

/** Who it is: the same address, or the same telephone and a name that may be theirs. Null for somebody new. */
export async function findKnown(tx: Db, { fullName, email, phone }: Arrival): Promise<KnownContact | null> {
  const [byEmail] = email ? await findByEmail(tx, email) : []
  if (byEmail) return byEmail
  const digits = digitsOf(phone)
  if (!digits) return null
  return (await findByPhone(tx, digits)).find((contact) => sameName(contact.fullName, fullName)) ?? null
}

type Welcome = { arrival: Arrival; agentId: string; source: string; at: Date }

/** Sets up a contact for somebody new, in the book of their agent. */
export async function addArrival(tx: Db, { arrival, agentId, source, at }: Welcome): Promise<{ id: string }> {
  const id = newId()
  const { fullName, email, phone } = arrival
  const made = await tx.$executeRaw`
    INSERT INTO contact (id, full_name, email, phone, source, agent_id, office_id, created_at, updated_at)
    SELECT ${id}::uuid, ${fullName}, ${email}::citext, ${phone}, ${source}, agent.id, agent.office_id, ${at}, ${at}
      FROM person AS agent WHERE agent.id = ${agentId}::uuid`
  if (made === 0) throw new Error('Nobody is there to keep them.')
  const factKey = `contact:${id}:created`
  await recordFacts(tx, [
    { contactId: id, kind: 'contact.created', summary: `Came by themselves: ${source}`, occurredAt: at, factKey },
  ])
  return { id }
}

type Move = {
  contact: KnownContact
  agentId: string
  at: Date
  followers: ContactFollowers
  /** After the agent's name: "because …", "who …". */
  why: string
}

/** Gives a contact to another agent, with what hangs on it. */
export async function moveToAgent(tx: Db, { contact, agentId, at, followers, why }: Move): Promise<void> {
  if (contact.agentId === agentId) return
  const agent = await tx.person.findUniqueOrThrow({
    where: { id: agentId },
    select: { officeId: true, fullName: true },
  })
  const { id: contactId, agentId: fromId } = contact
  await tx.contact.update({ where: { id: contactId }, data: { agentId, officeId: agent.officeId, updatedAt: at } })
  await followers.followAgents(tx, [{ contactId, fromId }])
  const factKey = `contact:${contactId}:agent:${at.toISOString()}`
  const summary = `Handed to ${agent.fullName}, ${why}`
  await recordFacts(tx, [{ contactId, kind: 'contact.handed-over', summary, occurredAt: at, factKey }])
}

/** Keeps a telephone number that was not known yet. Nothing else is touched: their agent may be editing them. */
export async function keepPhone(tx: Db, contact: KnownContact, { phone }: Arrival): Promise<void> {
  if (phone && !contact.phone) await tx.contact.update({ where: { id: contact.id }, data: { phone } })
}
