import type { Db } from '#server/db.ts'
import type { Matches } from '../matching/matcher.ts'
import { arrayLiteral, QUOTED_KINDS } from './array-literal.ts'
import { batchesOf, groupPlaces } from './grouping.ts'

/** Events of one statement; in a busy town each has some hundreds of searches. Larger ones save nothing, and fill the heap. */
const BATCH = 100

/** The same matches without the events that are not in `kept`. */
function keepEvents(matches: Matches, kept: ReadonlySet<string>): Matches {
  if (kept.size === matches.events.length) return matches
  const { pairs, events } = matches
  const places = pairs.event.keys().filter((place) => kept.has(events[pairs.event[place] ?? -1]?.eventId ?? ''))
  const chosen = Int32Array.from(places)
  return {
    ...matches,
    pairs: {
      event: chosen.map((place) => pairs.event[place] ?? 0),
      search: chosen.map((place) => pairs.search[place] ?? 0),
      kind: Uint8Array.from(chosen, (place) => pairs.kind[place] ?? 0),
    },
  }
}

/**
 * Writes what was found, one row an event, and returns what had not been found before: the key on the event is the
 * memory that nobody is told twice, whatever run an event comes from. A row per search and event says no more, and takes
 * ten times as long.
 */
export async function writeFindings(tx: Db, runId: string, matches: Matches): Promise<Matches> {
  const { events, searches, pairs } = matches
  const byEvent = groupPlaces(pairs.event, events.length)
  const written = new Set<string>()
  for (const batch of batchesOf(events.entries(), BATCH)) {
    const places = batch.map(([event]) => [...byEvent.placesOf(event)])
    const columnOf = (cell: (place: number) => string | number | undefined) =>
      places.map((group) => arrayLiteral(group.map((place) => cell(place) ?? '')))
    const rows = await tx.$queryRaw<{ eventId: string }[]>`
      INSERT INTO alert_finding (event_id, listing_id, run_id, search_ids, versions, kinds)
      SELECT f.event_id, f.listing_id, ${runId}::uuid, f.search_ids::uuid[], f.versions::int[], f.kinds::search_event_kind[]
        FROM unnest(${batch.map(([, { eventId }]) => eventId)}::uuid[], ${batch.map(([, { listingId }]) => listingId)}::uuid[],
                    ${columnOf((place) => searches.searchId.at(pairs.search[place] ?? -1))}::text[],
                    ${columnOf((place) => searches.version[pairs.search[place] ?? -1])}::text[],
                    ${columnOf((place) => QUOTED_KINDS[pairs.kind[place] ?? -1])}::text[])
          AS f(event_id, listing_id, search_ids, versions, kinds)
      ON CONFLICT (event_id) DO NOTHING
      RETURNING event_id::text AS "eventId"`
    for (const { eventId } of rows) written.add(eventId)
  }
  return keepEvents(matches, written)
}
