import type { Db } from '#server/db.ts'
import type { Feature } from '#server/domain/cutover/cutover.words.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { kindFor, type OwnKind } from '../../writes/own-kinds.ts'
import { streamsOf } from '../features.ts'
import type { Finding } from './rehearsal.words.ts'

const PAGE = 500
/** More would take a step of a job longer than anybody waits; what is left out is said. */
const MOST = 20_000

const number = (count: number) => count.toLocaleString('en-US')

type Tripped = { tried: number; fields: Map<string, number>; lost: number; isAll: boolean }

/** Page by page through the records that have a twin. */
async function tripStream(db: Db, stream: LegacyStream, kind: OwnKind): Promise<Tripped> {
  const tripped: Tripped = { tried: 0, fields: new Map(), lost: 0, isAll: false }
  let after = ''
  while (tripped.tried < MOST) {
    const page = await db.legacyRecord.findMany({
      where: { stream, sourceId: { gt: after } },
      select: { sourceId: true, targetId: true },
      orderBy: { sourceId: 'asc' },
      take: PAGE,
    })
    const lost = await kind.roundTrip(
      db,
      page.map(({ targetId }) => targetId),
    )
    tripped.tried += page.length
    tripped.lost += lost.length
    for (const field of lost.flatMap(({ fields }) => fields)) {
      tripped.fields.set(field, (tripped.fields.get(field) ?? 0) + 1)
    }
    if (page.length < PAGE) return { ...tripped, isAll: true }
    after = page.at(-1)?.sourceId ?? after
  }
  return tripped
}

/** Each record that is written across, into the old system's shape and back: nothing may be lost on the way. */
export async function tryRoundTrip(db: Db, feature: Feature): Promise<Finding> {
  const kinds = streamsOf(feature).flatMap((stream) => {
    const kind = kindFor(stream)
    return kind ? [{ stream, kind }] : []
  })
  if (kinds.length === 0) return { state: 'skipped', words: 'Nothing of this feature is written across.' }
  const words: string[] = []
  let lost = 0
  for (const { stream, kind } of kinds) {
    const tripped = await tripStream(db, stream, kind)
    lost += tripped.lost
    const worst = [...tripped.fields].toSorted(([, a], [, b]) => b - a).slice(0, 3)
    const fields = worst.map(([field, count]) => `${field} (${number(count)})`).join(', ')
    const part = tripped.isAll ? '' : 'the first '
    words.push(
      tripped.lost > 0
        ? `${number(tripped.lost)} of ${part}${number(tripped.tried)} records would come back otherwise: ${fields}.`
        : `${part ? 'The first ' : ''}${number(tripped.tried)} records would come back as they are.`,
    )
  }
  return { state: lost > 0 ? 'failed' : 'ok', words: words.join(' ') }
}
