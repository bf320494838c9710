/** Which transactions a snapshot sees, as `pg_current_snapshot()` says it: all below `xmax` but those that were open. */
export type Snapshot = { xmin: bigint; xmax: bigint; open: ReadonlySet<bigint> }

/** "10:20:10,14" -> xmin 10, xmax 20, and 10 and 14 open. */
export function parseSnapshot(text: string): Snapshot {
  const [xmin = '', xmax = '', open = ''] = text.split(':')
  return { xmin: BigInt(xmin), xmax: BigInt(xmax), open: new Set(open.split(',').filter(Boolean).map(BigInt)) }
}

const sees = ({ xmax, open }: Snapshot, xact: bigint) => xact < xmax && !open.has(xact)

/** Whether `later` sees everything that `earlier` sees. */
export const seesAllOf = (later: Snapshot, earlier: Snapshot) =>
  later.xmax >= earlier.xmax && [...later.open].every((xact) => !sees(earlier, xact))
