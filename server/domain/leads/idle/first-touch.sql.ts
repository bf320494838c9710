import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { firstTouch } from '../response/worked-leads.sql.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'touch', 'note', 'task', 'appointment'] as const

type Span = { inquiryId: string; since: Date; until: Date }
export type Touched = { at: Date; personId: string; fullName: string | null }

/** What a person did first for whoever is behind a lead, in a time: by the same measure as "speed to first human touch". */
export async function readFirstTouch(db: Db, { inquiryId, since, until }: Span): Promise<Touched | null> {
  const [touched] = await db.$queryRaw<Touched[]>`
    SELECT first.at, first.person_id::text AS "personId", person.full_name AS "fullName"
      FROM inquiry i
     CROSS JOIN LATERAL (${firstTouch(Prisma.sql`${since}`, until)}) AS first
      LEFT JOIN person ON person.id = first.person_id
     WHERE i.id = ${inquiryId}::uuid`
  return touched ?? null
}
