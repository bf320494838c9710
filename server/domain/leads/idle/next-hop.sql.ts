import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = [] as const

/** The number of the next decision about a lead, and of the offer that may come of it. */
export async function nextHop(tx: Db, inquiryId: string): Promise<number> {
  const [{ hop } = { hop: 0 }] = await tx.$queryRaw<{ hop: number }[]>`
    SELECT (1 + greatest(coalesce((SELECT max(hop) FROM routing_decision WHERE inquiry_id = ${inquiryId}::uuid), -1),
                         coalesce((SELECT max(hop) FROM lead_offer WHERE inquiry_id = ${inquiryId}::uuid), -1)))::int AS hop`
  return hop
}
