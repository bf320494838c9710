import type { Client } from 'pg'
import type { FeedWindow } from '../matcher.ts'
import { BinaryRow } from './binary-row.ts'
import { copyOut } from './copy-out.ts'
import { readHappenings } from './homes.sql.ts'
import { matchPacked } from './match-packed.ts'
import type { PackedMatches } from './packed-matches.ts'
import { indexPlaces, type PlaceIndex } from './place-index.ts'
import { searchReader } from './search-fields.ts'
import { SearchTable } from './search-table.ts'
import { COPY_SEARCHES, copyChangedIds, copyChangedSearches, guessSizes, readSnapshot } from './searches.sql.ts'
import { parseSnapshot, type Snapshot, seesAllOf } from './snapshot.ts'

/** Fewer changed searches than this, or than a tenth of all, are kept beside the index; more make a new one. */
const FEW = 5_000
const SHARE = 10
/** Changes are forgotten after two days: memory that old could have missed some. */
const FRESH_MS = 86_400_000

type Memory = {
  table: SearchTable
  read: ReturnType<typeof searchReader>
  index: PlaceIndex
  /** Searches from this slot on came after the index was made, and have one of their own. */
  indexed: number
  later: PlaceIndex | null
  seen: Snapshot
  seenAt: number
}

/** Reads all searches, as the client's transaction sees them. */
async function load(client: Client, seen: Snapshot): Promise<Memory> {
  const table = new SearchTable(await guessSizes(client))
  const [row, read] = [new BinaryRow(), searchReader()]
  await copyOut(client, COPY_SEARCHES, (chunk) => {
    if (row.open(chunk)) table.add(chunk, read(row))
  })
  const index = indexPlaces(table, 0)
  return { table, read, index, indexed: table.records.length, later: null, seen, seenAt: Date.now() }
}

/** Brings memory to what `now` sees: searches that changed are read again. Null when a new reading costs less. */
async function catchUp(client: Client, memory: Memory, now: Snapshot): Promise<Memory | null> {
  const { table, read, indexed, seen } = memory
  const before = table.records.length
  const row = new BinaryRow()
  const limit = Math.max(FEW, indexed / SHARE)
  let changed = 0
  await copyOut(client, copyChangedIds(seen.xmin), (chunk) => {
    if (!row.open(chunk)) return
    changed += 1
    table.remove(chunk, row.start())
  })
  if (before + changed - indexed > limit) return null
  if (changed > 0) {
    await copyOut(client, copyChangedSearches(seen.xmin), (chunk) => {
      if (row.open(chunk)) table.add(chunk, read(row))
    })
    memory.later = indexPlaces(table, indexed)
  }
  return { ...memory, seen: now, seenAt: Date.now() }
}

/**
 * Keeps all searches in memory and matches in it, always as the transaction of `client` sees the database: whatever was
 * changed, by whomever and however late it was committed, is read again inside that transaction. Not for two at once.
 */
export function keepSearches() {
  let memory: Memory | null = null

  /** Whether all searches had to be read: the first time, when memory is stale, or when too much has changed. */
  async function renew(client: Client): Promise<{ memory: Memory; isNew: boolean }> {
    const now = parseSnapshot(await readSnapshot(client))
    const known = memory
    // A failure half-way leaves memory between two snapshots.
    memory = null
    const isUsable = known !== null && seesAllOf(now, known.seen) && Date.now() - known.seenAt < FRESH_MS
    const renewed = isUsable ? await catchUp(client, known, now) : null
    const fresh = renewed ?? (await load(client, now))
    memory = fresh
    return { memory: fresh, isNew: renewed === null }
  }

  async function match(client: Client, window: FeedWindow): Promise<{ matches: PackedMatches; isNew: boolean }> {
    const { memory, isNew } = await renew(client)
    const { table, index, later } = memory
    const rows = await readHappenings(client, window, table.phrases.length > 0)
    return { matches: matchPacked(table, later ? [index, later] : [index], rows), isNew }
  }

  function forget() {
    memory = null
  }

  return { match, forget }
}
