import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { welcome } from '../sync/arrivals.ts'
import { applyTo } from '../sync/lanes.ts'
import { mirroredOf } from '../sync/mirror.store.ts'
import { latestDate, type Reading } from '../sync/reading.ts'
import type { SyncDeps } from '../sync/run.ts'
import { brakeOn, bury } from '../sync/tombstones.ts'
import { isOurTurn } from '../sync/turn.ts'
import { addHash, type Digest, isSameDigest, NO_DIGEST } from './digest.ts'
import { cutRanges, digestsOf, type Held, hashesOf, type Range } from './ranges.store.ts'

/** What a comparison of one stream found. `changed`, `missing` here and `surplus` here are confirmed by a look-up. */
export type Reconciled = {
  stream: LegacyStream
  ranges: number
  differingRanges: number
  compared: number
  queries: number
  changed: number
  missing: number
  surplus: number
  healed: number
  examples: string[]
  /** Why surplus documents were left alone. */
  brake: string | null
}

/** One query each: with those for the bounds, for our side and for the one document, a million take under twenty. */
const RANGES = 12
const EXAMPLES = 10
const BATCH = 200

type Suspect = { sourceId: string; idJson: string }
type Scanned = { digest: Digest; hashes: Map<string, Held> }

/** Their side of a range, with what it takes to say which document it is: some ten megabytes for 60,000 documents. */
async function scan({ legacy }: SyncDeps, stream: LegacyStream, range: Range): Promise<Scanned> {
  let digest = NO_DIGEST
  const hashes = new Map<string, Held>()
  for await (const batch of legacy.scan(stream, range)) {
    for (const { sourceId, idJson, hash } of batch) {
      digest = addHash(digest, hash)
      hashes.set(sourceId, { hash: Buffer.from(hash).toString('hex'), idJson })
    }
  }
  return { digest, hashes }
}

/** Documents that one side has in another version, or not at all. */
export function suspectsOf(theirs: ReadonlyMap<string, Held>, ours: ReadonlyMap<string, Held>): Suspect[] {
  const different = [...theirs].filter(([sourceId, { hash }]) => ours.get(sourceId)?.hash !== hash)
  const surplus = [...ours].filter(([sourceId]) => !theirs.has(sourceId))
  return [...different, ...surplus].map(([sourceId, { idJson }]) => ({ sourceId, idJson }))
}

type Found = Pick<Reconciled, 'changed' | 'missing' | 'surplus' | 'healed' | 'examples'> & { gone: Suspect[] }

/** Looks each suspect up: what was only on its way while we compared is no difference. The rest is taken over as it is now. */
async function confirm(deps: SyncDeps, stream: LegacyStream, suspects: Suspect[], found: Found): Promise<void> {
  const reading: Reading = { by: 'sight', at: deps.now(), latest: latestDate(deps.now()) }
  const documents = await deps.legacy.lookUp(
    stream,
    suspects.map(({ idJson }) => idJson),
  )
  await deps.db.$transaction(async (tx) => {
    if (!(await isOurTurn(tx)))
      throw new Error('Another lane of the sync holds the tables. The next run compares again.')
    const held = await mirroredOf(
      tx,
      stream,
      suspects.map(({ sourceId }) => sourceId),
    )
    const wrong = documents.filter(({ sourceId, hash }) => {
      const ours = held.get(sourceId)
      return ours?.isGone !== false || ours.hash !== Buffer.from(hash).toString('hex')
    })
    const { arrived } = await applyTo(tx, stream, wrong, reading)
    await welcome(tx, { jobRunId: null, stream, arrived })
    const there = new Set(documents.map(({ sourceId }) => sourceId))
    for (const { sourceId } of wrong) {
      if (held.get(sourceId)?.isGone === false) found.changed += 1
      else found.missing += 1
      found.healed += 1
      if (found.examples.length < EXAMPLES) found.examples.push(sourceId)
    }
    found.gone.push(...suspects.filter(({ sourceId }) => !there.has(sourceId) && held.get(sourceId)?.isGone === false))
  })
}

/** Buries what only we have, unless it is too much to be true. */
async function buryGone(deps: SyncDeps, stream: LegacyStream, found: Found, compared: number): Promise<string | null> {
  const { gone } = found
  found.surplus = gone.length
  found.examples.push(...gone.slice(0, EXAMPLES - found.examples.length).map(({ sourceId }) => sourceId))
  const held = await deps.db.legacyDocument.count({ where: { stream, goneAt: null } })
  const brake = brakeOn({ held, missing: gone.length, read: compared })
  if (brake) return brake
  for (let at = 0; at < gone.length; at += BATCH) {
    const batch = gone.slice(at, at + BATCH)
    const reading: Reading = { by: 'sight', at: deps.now(), latest: latestDate(deps.now()) }
    // Asked once more: minutes may lie between the comparison and now.
    const back = new Set(
      (
        await deps.legacy.lookUp(
          stream,
          batch.map(({ idJson }) => idJson),
        )
      ).map(({ sourceId }) => sourceId),
    )
    const lost = batch.filter(({ sourceId }) => !back.has(sourceId))
    found.healed += await deps.db.$transaction(async (tx) => {
      if (!(await isOurTurn(tx))) return 0
      return bury(tx, { stream }, lost, reading)
    })
  }
  return null
}

/**
 * Compares a whole collection with what we hold of it: digests of ranges first, and only where they differ document by
 * document. What differs is named and healed. Writes nothing but its own evidence when both are equal.
 */
export async function reconcileStream(deps: SyncDeps, stream: LegacyStream): Promise<Reconciled> {
  const { db, now, log } = deps
  const { id } = await db.legacyReconciliation.create({ data: { stream, startedAt: now() }, select: { id: true } })
  const ranges = await cutRanges(db, stream, RANGES)
  const found: Found = { changed: 0, missing: 0, surplus: 0, healed: 0, examples: [], gone: [] }
  let [compared, differingRanges, queries] = [0, 0, 0]
  const ours = await digestsOf(db, stream, ranges)
  for (const [index, range] of ranges.entries()) {
    const { digest, hashes } = await scan(deps, stream, range)
    queries += 1
    compared += digest.count
    if (isSameDigest(digest, ours[index] ?? NO_DIGEST)) continue
    differingRanges += 1
    const suspects = suspectsOf(hashes, await hashesOf(db, stream, range))
    for (let at = 0; at < suspects.length; at += BATCH) {
      await confirm(deps, stream, suspects.slice(at, at + BATCH), found)
      queries += 1
    }
  }
  const brake = await buryGone(deps, stream, found, compared)
  queries += Math.ceil((brake ? 0 : found.gone.length) / BATCH)
  const { gone: _gone, ...counts } = found
  const evidence = { ranges: ranges.length, differingRanges, compared, queries, ...counts }
  await db.legacyReconciliation.update({ where: { id }, data: { ...evidence, endedAt: now() } })
  log.info({ stream, ...evidence, examples: undefined, brake }, 'legacy stream compared')
  return { stream, ...evidence, brake }
}
