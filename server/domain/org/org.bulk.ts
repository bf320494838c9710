import type { Db } from '#server/db.ts'
import type { Role } from '#server/generated/prisma/enums.ts'

/** Somebody who works here, as a source tells it. */
export type PersonInput = {
  /** Who it is, or the id to give when nobody has this id or e-mail address. */
  id: string
  email: string
  fullName: string
  phone: string | null
  title: string | null
  role: Role
  officeId: string
  teamName: string | null
  removed: boolean
  changedAt: Date
}

export type UpsertedPerson = { askedId: string; id: string; outcome: 'inserted' | 'updated' | 'unchanged' }

const toRow = ({ role, ...person }: PersonInput) => ({ ...person, role: role === 'teamLead' ? 'team_lead' : role })

/** The ids of all offices by name. */
export async function listOfficeIds(tx: Db): Promise<{ id: string; name: string }[]> {
  return tx.office.findMany({ select: { id: true, name: true } })
}

/**
 * Writes people in bulk; who has the e-mail address already is the same person. A source may remove people, and does not
 * bring back who was removed here. Once somebody has a password it decides neither their address nor their role nor
 * where they sit: that is done on our pages. Owners and admins are ours alone.
 */
export async function upsertPeople(tx: Db, batch: readonly PersonInput[]): Promise<UpsertedPerson[]> {
  if (batch.length === 0) return []
  const input = JSON.stringify(batch.map(toRow))
  await tx.$executeRaw`
    INSERT INTO team (office_id, name)
    SELECT DISTINCT i."officeId", i."teamName"
      FROM jsonb_to_recordset(${input}::jsonb) AS i("officeId" uuid, "teamName" text)
     WHERE i."teamName" IS NOT NULL
    ON CONFLICT (office_id, name) DO NOTHING`
  return tx.$queryRaw<UpsertedPerson[]>`
    WITH input AS (
      SELECT i.*, team.id AS team_id, coalesce(by_id.id, by_email.id) AS person_id
        FROM jsonb_to_recordset(${input}::jsonb) AS i(
               id uuid, email citext, "fullName" text, phone text, title text, role role, "officeId" uuid,
               "teamName" text, removed boolean, "changedAt" timestamptz)
        LEFT JOIN team ON team.office_id = i."officeId" AND team.name = i."teamName"
        LEFT JOIN person by_id ON by_id.id = i.id
        LEFT JOIN person by_email ON by_email.email = i.email
    ), next AS (
      SELECT i.id AS asked_id, p.id, i."changedAt", i."fullName" AS full_name, i.phone, i.title,
             CASE WHEN p.password_hash IS NULL THEN i."officeId" ELSE p.office_id END AS office_id,
             CASE WHEN p.password_hash IS NULL THEN i.team_id ELSE p.team_id END AS team_id,
             CASE WHEN p.password_hash IS NULL AND p.role NOT IN ('owner', 'admin') THEN i.email ELSE p.email END AS email,
             CASE WHEN p.password_hash IS NULL AND p.role NOT IN ('owner', 'admin', 'assistant') THEN i.role ELSE p.role END AS role,
             CASE WHEN i.removed AND p.role NOT IN ('owner', 'admin') THEN coalesce(p.removed_at, i."changedAt")
                  ELSE p.removed_at END AS removed_at
        FROM input i JOIN person p ON p.id = i.person_id
    ), updated AS (
      UPDATE person p SET full_name = n.full_name, phone = n.phone, title = n.title, office_id = n.office_id,
             team_id = n.team_id, email = n.email, role = n.role, removed_at = n.removed_at, updated_at = n."changedAt"
        FROM next n
       WHERE p.id = n.id
         AND (p.full_name, p.phone, p.title, p.office_id, p.team_id, p.email, p.role, p.removed_at)
             IS DISTINCT FROM (n.full_name, n.phone, n.title, n.office_id, n.team_id, n.email, n.role, n.removed_at)
      RETURNING p.id
    ), inserted AS (
      INSERT INTO person (id, email, full_name, phone, title, role, office_id, team_id, removed_at, updated_at)
      SELECT id, email, "fullName", phone, title, role, "officeId", team_id, CASE WHEN removed THEN "changedAt" END, "changedAt"
        FROM input WHERE person_id IS NULL
      RETURNING id
    )
    SELECT i.id::text AS "askedId", coalesce(i.person_id, i.id)::text AS id,
           CASE WHEN i.person_id IS NULL THEN 'inserted'
                WHEN EXISTS (SELECT FROM updated WHERE updated.id = i.person_id) THEN 'updated'
                ELSE 'unchanged' END AS outcome
      FROM input i`
}

/** Removes people whom their source no longer has. Who signs in here stays: that is decided on our pages. */
export async function removePeople(tx: Db, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.person.updateManyAndReturn({
    where: { id: { in: [...ids] }, removedAt: null, passwordHash: null, role: { notIn: ['owner', 'admin'] } },
    data: { removedAt: at },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export async function restorePeople(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.person.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: null } })
}
