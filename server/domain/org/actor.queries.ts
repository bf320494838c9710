import type { Actor } from '#server/context.ts'
import type { Db } from '#server/db.ts'

/** Who acts by a channel of ours that needs no session, Slack for one: no row has this id. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000'

/** The actor that somebody is right now, wherever they act; null when they no longer work here. */
export async function readActorOf(db: Db, personId: string): Promise<Actor | null> {
  const person = await db.person.findFirst({ where: { id: personId, removedAt: null } })
  if (!person) return null
  const { id, role, officeId, teamId, assistsId, fullName, email } = person
  return { personId: id, sessionId: NO_SESSION, role, officeId, teamId, assistsId, fullName, email }
}
