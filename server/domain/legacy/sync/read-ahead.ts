import type { SourceCursor, SourcePage } from '#server/adapters/mongo/mongo.ts'
import type { Reading } from './reading.ts'

/** A page, where it began, and how it was read. */
export type ReadPage = { cursor: SourceCursor | null; page: SourcePage; reading: Reading }

export const isSameCursor = (a: SourceCursor | null, b: SourceCursor | null): boolean =>
  a?.idJson === b?.idJson && a?.updatedAt.getTime() === b?.updatedAt.getTime()

/**
 * Pages from a cursor on. While one of them is written the next is being read, and never more than that: what is held
 * does not grow when the database stalls. A page that can't be read fails when its turn comes.
 */
export async function* readAhead(
  start: SourceCursor | null,
  read: (cursor: SourceCursor | null) => Promise<ReadPage>,
): AsyncGenerator<ReadPage, void> {
  let next = read(start)
  try {
    for (;;) {
      const taken = await next
      const { cursor, page } = taken
      if (page.documents.length === 0) return
      const isMore = !page.isLast && !isSameCursor(page.next, cursor)
      if (isMore) {
        next = read(page.next)
        // Whoever has stopped to listen by then must not end the process.
        next.catch(() => undefined)
      }
      yield taken
      if (!isMore) return
    }
  } finally {
    await Promise.allSettled([next])
  }
}
