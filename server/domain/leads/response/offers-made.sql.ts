import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'person'] as const

/** What became of asking one person; who was asked along with others and was too late, has lost to them. */
export type AskedPerson = {
  personId: string
  fullName: string
  asked: number
  won: number
  passed: number
  missed: number
}

type Window = { from: Date; to: Date; officeId: string | null }

const within = ({ from, to, officeId }: Window) => Prisma.sql`
  p.asked_at >= ${from} AND p.asked_at < ${to}
  ${officeId === null ? Prisma.empty : Prisma.sql`AND person.office_id = ${officeId}::uuid`}`

/** Everybody who was asked in a time, those who were asked most first. */
export const readAsked = (db: Db, window: Window) => db.$queryRaw<AskedPerson[]>`
  SELECT person.id::text AS "personId", person.full_name AS "fullName", count(*)::int AS asked,
         count(p.won_at)::int AS won, count(p.passed_at)::int AS passed, count(p.missed_at)::int AS missed
    FROM lead_offer_person p JOIN person ON person.id = p.person_id
   WHERE ${within(window)}
   GROUP BY person.id ORDER BY asked DESC, person.full_name, person.id LIMIT 500`
