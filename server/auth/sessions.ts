import type { Actor } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { ABSOLUTE_MS, IDLE_MS, SLIDE_EVERY_MS } from './settings.ts'

type Opening = { personId: string; userAgent?: string | null; now: Date }

/** Each sign-in opens a session of its own; nothing that was known before it stays valid through it. */
export const openSession = (tx: Db, { personId, userAgent, now }: Opening): Promise<{ id: string }> =>
  tx.session.create({
    data: {
      personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + IDLE_MS),
      userAgent: userAgent?.slice(0, 300) ?? null,
    },
    select: { id: true },
  })

/** Ends one session. Ending it twice changes nothing. */
export const endSession = (tx: Db, { sessionId, now }: { sessionId: string; now: Date }) =>
  tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now } })

/** Ends every session of a person, but for `except`: after a removal, a reset, a new password. */
export const endSessions = (tx: Db, { personId, now, except }: { personId: string; now: Date; except?: string }) =>
  tx.session.updateMany({
    where: { personId, endedAt: null, ...(except ? { NOT: { id: except } } : {}) },
    data: { endedAt: now },
  })

type Row = Omit<Actor, 'sessionId'> & { expiresAt: Date }

/**
 * Who holds this session, as the database says right now: null when it has ended or run out, or the person was
 * removed. One statement; a second one, at most once an hour, moves the session's end.
 */
export async function readActor(db: Db, { sessionId, now }: { sessionId: string; now: Date }): Promise<Actor | null> {
  const notBefore = new Date(now.getTime() - ABSOLUTE_MS)
  const [row] = await db.$queryRaw<Row[]>`
    SELECT p.id AS "personId", CASE p.role::text WHEN 'team_lead' THEN 'teamLead' ELSE p.role::text END AS role,
           p.office_id AS "officeId", p.team_id AS "teamId", p.assists_id AS "assistsId",
           p.full_name AS "fullName", p.email::text AS email, s.expires_at AS "expiresAt"
      FROM session s JOIN person p ON p.id = s.person_id
     WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > ${now} AND s.created_at > ${notBefore}
       AND p.removed_at IS NULL`
  if (!row) return null
  const { expiresAt, ...person } = row
  const slid = new Date(now.getTime() + IDLE_MS)
  if (slid.getTime() - expiresAt.getTime() >= SLIDE_EVERY_MS) {
    // Not for a session that was ended meanwhile.
    await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { expiresAt: slid } })
  }
  return { ...person, sessionId }
}
