import type { Db } from '#server/db.ts'

const PAGE_SIZE = 50

type Page = { contactId: string; cursor?: string | undefined }

/**
 * The facts about one contact, newest first. The caller has checked that the contact may be seen: the timeline knows
 * contacts by id alone.
 */
export async function listTimeline(db: Db, { contactId, cursor }: Page) {
  const rows = await db.timelineEntry.findMany({
    where: { contactId },
    select: { id: true, kind: true, summary: true, refs: true, occurredAt: true },
    // `id` breaks ties, so two facts of one moment cannot hide each other.
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
    ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
  })
  const items = rows.slice(0, PAGE_SIZE)
  return { items, nextCursor: rows.length > PAGE_SIZE ? items.at(-1)?.id : undefined }
}
