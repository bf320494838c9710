import { STREAM_WORDS } from '../../legacy.words.ts'
import { type CompareDeps, compareStream } from './compare.ts'
import { COMPARED, type ComparedStream } from './comparers.ts'
import { lastPass } from './parity.store.ts'
import { parityInWords, percentOf } from './parity.words.ts'

const number = (count: number) => count.toLocaleString('en-US')

/** Fields by how often they differ, most often first. */
export function worstFields(fields: unknown): { field: string; count: number }[] {
  if (typeof fields !== 'object' || fields === null) return []
  return Object.entries(fields)
    .map(([field, count]) => ({ field, count: Number(count) }))
    .toSorted((a, b) => b.count - a.count || a.field.localeCompare(b.field))
}

/** One stream in a few lines: counts and ids, no value of any record. */
async function linesOf({ db }: CompareDeps, stream: ComparedStream): Promise<string[]> {
  const pass = await lastPass(db, stream)
  if (!pass) return [`${STREAM_WORDS[stream].many}: never compared`]
  const examples = await db.legacyMismatch.findMany({
    where: { stream, resolvedAt: null },
    select: { key: true, kind: true },
    orderBy: [{ lastSeenAt: 'desc' }, { key: 'asc' }],
    take: 5,
  })
  const { compared, equal, differing, missing, surplus, onlyHere, quarantined, fields } = pass
  return [
    `${STREAM_WORDS[stream].many}: ${percentOf(equal, compared - onlyHere)} % of ${number(compared - onlyHere)} equal; ${number(differing)} differ, ${number(missing)} missing here, ${number(surplus)} too many here, ${number(onlyHere)} only here, ${number(quarantined)} in quarantine`,
    ...worstFields(fields)
      .slice(0, 8)
      .map(({ field, count }) => `  ${field}: ${number(count)}`),
    ...examples.map(({ key, kind }) => `  e.g. ${key} (${kind})`),
  ]
}

/** Compares every stream to its end, and says what was found. */
export async function compareAll(deps: CompareDeps): Promise<{ words: string; outcome: string }> {
  const states = []
  for (const stream of COMPARED) {
    let state = await compareStream(deps, stream, { everyMs: 0 })
    while (state.state === 'underway') state = await compareStream(deps, stream, { everyMs: 0 })
    states.push(state)
  }
  const lines = []
  for (const stream of COMPARED) lines.push(...(await linesOf(deps, stream)))
  const { words, outcome } = parityInWords(states)
  return { words: [...lines, words].join('\n'), outcome }
}
