/** What is picked in a list: some rows, or everything that the filters find. */
export type Selection = {
  ids: ReadonlySet<string>
  /** Where a stretch of rows begins that is picked with shift. */
  anchor: string | null
  everything: boolean
}

export const NOTHING: Selection = { ids: new Set(), anchor: null, everything: false }

/** The rows between two, both included; just the last where the first is gone. */
function stretch(rows: readonly string[], from: string | null, to: string): readonly string[] {
  const [a, b] = [from === null ? -1 : rows.indexOf(from), rows.indexOf(to)]
  return a === -1 || b === -1 ? [to] : rows.slice(Math.min(a, b), Math.max(a, b) + 1)
}

type Toggle = { id: string; rows: readonly string[]; range?: boolean }

/** Picks a row or lets it go; with `range` all rows since the last one, too. */
export function toggleRow({ ids, anchor, everything }: Selection, { id, rows, range = false }: Toggle): Selection {
  // Who takes one out of everything goes on with the rows they see.
  const before = everything ? new Set(rows) : ids
  const isOn = !before.has(id)
  const next = new Set(before)
  for (const each of range ? stretch(rows, anchor, id) : [id]) {
    if (isOn) next.add(each)
    else next.delete(each)
  }
  return { ids: next, anchor: id, everything: false }
}

/** All rows that are loaded, or none when they are all picked. */
export const toggleLoaded = ({ ids, everything }: Selection, rows: readonly string[]): Selection =>
  everything || rows.every((id) => ids.has(id)) ? NOTHING : { ids: new Set(rows), anchor: null, everything: false }

export const isPicked = ({ ids, everything }: Selection, id: string) => everything || ids.has(id)

/** As many rows as one order changes. */
const MOST_AT_ONCE = 1_000

/** What an order to the server is about: the rows, or the filters that find them all. */
export const whichOf = <Filters>({ ids, everything }: Selection, filters: Filters) =>
  everything ? { filters } : { ids: [...ids].slice(0, MOST_AT_ONCE) }
