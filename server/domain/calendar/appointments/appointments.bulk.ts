import type { Db } from '#server/db.ts'
import type { AppointmentKind, AppointmentStatus } from '#server/generated/prisma/enums.ts'
import { tellAppointments } from './appointments.facts.ts'

/** An appointment as a source tells it. Nobody named to keep it: the agent of the contact does. */
export type AppointmentInput = {
  id: string
  ownerId: string | null
  contactId: string | null
  /** The key of the home, e.g. "legacy:n:7"; one that is not here leaves the appointment without it. */
  listingKey: string | null
  title: string
  kind: AppointmentKind
  status: AppointmentStatus
  place: string | null
  details: string | null
  startsAt: Date
  endsAt: Date
  createdAt: Date
  updatedAt: Date
}

export type UpsertedAppointment = { id: string; outcome: 'inserted' | 'updated' | 'unchanged' }

/** The enums' labels in the database. */
const LABELS: Partial<Record<AppointmentKind | AppointmentStatus, string>> = {
  listingPresentation: 'listing_presentation',
  openHouse: 'open_house',
  noShow: 'no_show',
}
const labelled = (batch: readonly AppointmentInput[]) =>
  batch.map((one) => ({ ...one, kind: LABELS[one.kind] ?? one.kind, status: LABELS[one.status] ?? one.status }))

/** Writes appointments in bulk. Nothing is touched that is equal already; one bad row refuses the whole batch. */
export async function upsertAppointments(tx: Db, batch: readonly AppointmentInput[]): Promise<UpsertedAppointment[]> {
  if (batch.length === 0) return []
  const written = await tx.$queryRaw<UpsertedAppointment[]>`
    INSERT INTO appointment AS a (id, owner_id, contact_id, listing_id, title, kind, status, place, details,
                                  starts_at, ends_at, created_at, updated_at)
    SELECT i.id, coalesce(i."ownerId", contact.agent_id), i."contactId", listing.id, i.title, i.kind, i.status, i.place,
           i.details, i."startsAt", i."endsAt", i."createdAt", i."updatedAt"
      FROM jsonb_to_recordset(${JSON.stringify(labelled(batch))}::jsonb) AS i(
             id uuid, "ownerId" uuid, "contactId" uuid, "listingKey" text, title text, kind appointment_kind,
             status appointment_status, place text, details text, "startsAt" timestamptz, "endsAt" timestamptz,
             "createdAt" timestamptz, "updatedAt" timestamptz)
      LEFT JOIN contact ON contact.id = i."contactId"
      LEFT JOIN listing ON listing.listing_key = i."listingKey"
     ORDER BY i.id
    ON CONFLICT (id) DO UPDATE SET
      owner_id = excluded.owner_id, contact_id = excluded.contact_id, listing_id = excluded.listing_id,
      title = excluded.title, kind = excluded.kind, status = excluded.status, place = excluded.place,
      details = excluded.details, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      created_at = excluded.created_at, updated_at = excluded.updated_at
    WHERE (a.owner_id, a.contact_id, a.listing_id, a.title, a.kind, a.status, a.place, a.details, a.starts_at, a.ends_at,
           a.created_at, a.updated_at)
          IS DISTINCT FROM (excluded.owner_id, excluded.contact_id, excluded.listing_id, excluded.title, excluded.kind,
                            excluded.status, excluded.place, excluded.details, excluded.starts_at, excluded.ends_at,
                            excluded.created_at, excluded.updated_at)
    RETURNING new.id::text, CASE WHEN old.id IS NULL THEN 'inserted' ELSE 'updated' END AS outcome`
  const done = new Set(written.map(({ id }) => id))
  await tellAppointments(tx, [...done])
  const rest = batch.filter(({ id }) => !done.has(id)).map(({ id }) => ({ id, outcome: 'unchanged' as const }))
  return [...written, ...rest]
}

/** Removes appointments that their source no longer has. Says which; what was removed before is not among them. */
export async function removeAppointments(tx: Db, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.appointment.updateManyAndReturn({
    where: { id: { in: [...ids] }, removedAt: null },
    data: { removedAt: at },
    select: { id: true },
  })
  const removed = rows.map(({ id }) => id)
  await tellAppointments(tx, removed)
  return removed
}

export async function restoreAppointments(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.appointment.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: null } })
  await tellAppointments(tx, ids)
}
