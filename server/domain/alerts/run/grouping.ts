/** The places 0..n-1 in the order of their groups, without an array per group. */
export type Groups = { count: number; placesOf: (group: number) => Int32Array }

/** Groups places by `groupOf[place]`; within a group they keep their order. */
export function groupPlaces(groupOf: Int32Array, count: number): Groups {
  const ends = new Int32Array(count + 1)
  for (const group of groupOf) ends[group + 1] = (ends[group + 1] ?? 0) + 1
  for (let group = 1; group <= count; group += 1) ends[group] = (ends[group] ?? 0) + (ends[group - 1] ?? 0)
  const starts = ends.slice()
  const places = new Int32Array(groupOf.length)
  for (const [place, group] of groupOf.entries()) {
    const at = starts[group] ?? 0
    places[at] = place
    starts[group] = at + 1
  }
  return { count, placesOf: (group) => places.subarray(ends[group], ends[group + 1]) }
}

/** Slices of an iterable, `size` items each but the last. */
export function* batchesOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
