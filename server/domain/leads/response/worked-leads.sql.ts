import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { CameAt } from '../fairness/equal-service.types.ts'
import { cameAt, officeMinutes } from './office-clock.sql.ts'
import type { TouchedBy } from './response.words.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'office', 'contact', 'listing', 'touch', 'note', 'task', 'appointment'] as const

/** More than that nobody reads; the latest are meant. */
export const MOST_LEADS = 20_000

/** A lead and what was done for it. Minutes are null as long as no person has turned to them. */
export type WorkedLead = {
  id: string
  receivedAt: Date
  contactId: string
  contactName: string
  sourceKey: string
  agentId: string | null
  agentName: string | null
  officeId: string
  officeName: string
  citySlug: string | null
  postalCode: string | null
  cameAt: CameAt
  /** By the clock on the wall. */
  minutes: number | null
  /** Only those in which the office was open. */
  officeMinutes: number | null
  touchedBy: string | null
  touchedHow: TouchedBy | null
  offers: number
  passes: number
  timeouts: number
}

/**
 * What people have done for the contact `i.contact_id` in a time, the first of it. Nothing that a machine sends is among
 * the sources: a receipt of ours is no answer.
 */
export const firstTouch = (since: Prisma.Sql, until: Date) => Prisma.sql`
  SELECT did.at, did.person_id, did.how FROM (
    SELECT happened_at AS at, person_id, channel::text AS how
      FROM touch WHERE contact_id = i.contact_id AND removed_at IS NULL
    UNION ALL
    SELECT created_at, author_id, 'note'
      FROM note WHERE contact_id = i.contact_id AND removed_at IS NULL AND author_id IS NOT NULL
    UNION ALL
    SELECT created_at, owner_id, 'appointment'
      FROM appointment WHERE contact_id = i.contact_id AND removed_at IS NULL
    UNION ALL
    SELECT completed_at, completed_by_id, kind::text
      FROM task WHERE contact_id = i.contact_id AND removed_at IS NULL AND completed_by_id IS NOT NULL
                  AND kind IN ('call', 'text', 'email')
    UNION ALL
    SELECT i.answered_at, i.answered_by_id, 'answered' WHERE i.answered_by_id IS NOT NULL) AS did
   WHERE did.at >= ${since} AND did.at <= ${until} ORDER BY did.at LIMIT 1`

type Window = {
  from: Date
  /** Leads that came before it, and what was done until then. */
  to: Date
  /** Null: the whole firm. */
  officeId: string | null
}

/**
 * The leads of a time with the first thing that a person did for each, the latest first. Leads that the old system took
 * in are left out: they were worked on over there, and only a part of that is known here.
 */
export function readWorkedLeads(db: Db, { from, to, officeId }: Window): Promise<WorkedLead[]> {
  const zone = Prisma.sql`office.time_zone`
  const received = Prisma.sql`i.received_at`
  return db.$queryRaw<WorkedLead[]>`
    SELECT i.id::text, i.received_at AS "receivedAt", contact.id::text AS "contactId", contact.full_name AS "contactName",
           coalesce(source.name, i.door::text) AS "sourceKey", i.agent_id::text AS "agentId", agent.full_name AS "agentName",
           office.id::text AS "officeId", office.name AS "officeName",
           coalesce(i.city_slug, listing.city_slug) AS "citySlug", coalesce(i.postal_code, listing.postal_code) AS "postalCode",
           ${cameAt(received, zone)} AS "cameAt",
           (extract(epoch FROM first.at - i.received_at) / 60)::float8 AS minutes,
           ${officeMinutes(received, Prisma.sql`first.at`, zone)} AS "officeMinutes",
           toucher.full_name AS "touchedBy", first.how AS "touchedHow",
           offered.offers, offered.passes, offered.timeouts
      FROM inquiry i
      JOIN contact ON contact.id = i.contact_id AND contact.removed_at IS NULL
      JOIN office ON office.id = contact.office_id
      LEFT JOIN person agent ON agent.id = i.agent_id
      LEFT JOIN listing ON listing.id = i.listing_id
      LEFT JOIN lead_source source ON source.id = i.source_id
      LEFT JOIN LATERAL (${firstTouch(received, to)}) AS first ON true
      LEFT JOIN person toucher ON toucher.id = first.person_id
      CROSS JOIN LATERAL (
        SELECT count(DISTINCT o.id)::int AS offers, count(p.passed_at)::int AS passes,
               count(DISTINCT o.id) FILTER (WHERE o.state = 'timed_out')::int AS timeouts
          FROM lead_offer o LEFT JOIN lead_offer_person p ON p.offer_id = o.id
         WHERE o.inquiry_id = i.id AND o.offered_at <= ${to}) AS offered
     WHERE i.received_at >= ${from} AND i.received_at < ${to} AND i.door <> 'old_system'
           ${officeId === null ? Prisma.empty : Prisma.sql`AND contact.office_id = ${officeId}::uuid`}
     ORDER BY i.received_at DESC, i.id DESC LIMIT ${MOST_LEADS}`
}

/** How many leads of that time the old system took in: they are not among the others. */
export async function countElsewhere(db: Db, { from, to, officeId }: Window): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM inquiry i JOIN contact ON contact.id = i.contact_id
     WHERE i.received_at >= ${from} AND i.received_at < ${to} AND i.door = 'old_system'
           ${officeId === null ? Prisma.empty : Prisma.sql`AND contact.office_id = ${officeId}::uuid`}`
  return rows[0]?.count ?? 0
}
