import type { Db } from '#server/db.ts'

const READER = 'alerts'

/** Where the reader stands; null before the first run ever. Read without a lock, so that an idle tick writes nothing. */
export async function readPosition(tx: Db): Promise<bigint | null> {
  const reader = await tx.feedReader.findUnique({ where: { name: READER }, select: { position: true } })
  return reader?.position ?? null
}

/** Moves the reader on. Of two runs that stood at the same place the second waits here, fails, and tries again. */
export const movePosition = (tx: Db, position: bigint, updatedAt: Date) =>
  tx.feedReader.upsert({
    where: { name: READER },
    create: { name: READER, position, updatedAt },
    update: { position, updatedAt },
  })
