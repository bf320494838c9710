import type { Prisma } from '#server/generated/prisma/client.ts'
import type { Difference } from './judge-pair.ts'

/** Of each engine's mails so many are kept as evidence. */
const MOST = 6

/** What they sent, what we sent, and the note, as it is kept: ids, times and prices, no addresses. */
export function evidenceOf({ pair, reason }: Difference): Prisma.InputJsonObject {
  const theirs = pair.theirs.length > 0 ? pair.theirs : pair.near.theirs
  const ours = pair.ours.length > 0 ? pair.ours : pair.near.ours
  return {
    note: reason.note ?? null,
    theirs: theirs
      .slice(0, MOST)
      .map(({ alertId, at, writtenAt, priceCents, news, searchSourceId, searchId, homesInMail }) => ({
        ...{ alertId, at: at.toISOString(), writtenAt: writtenAt?.toISOString() ?? null, priceCents, news },
        ...{ searchSourceId, searchId, homesInMail },
      })),
    ours: ours.slice(0, MOST).map(({ at, searchId, kind, eventId, mail }) => ({
      ...{ at: at.toISOString(), searchId, kind, eventId, state: mail?.state ?? null },
    })),
  }
}
