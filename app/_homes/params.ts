/** What a page reads its filters from. A value that makes no sense counts as not there. */
export type Params = { get(key: string): string | null }

const MOST = 1_000_000_000

export function numberOf(params: Params, key: string, step = 1): number | undefined {
  const value = Number(params.get(key) || Number.NaN)
  return value >= 0 && value <= MOST && Number.isInteger(value / step) ? value : undefined
}

export const listOf = (params: Params, key: string) => params.get(key)?.split(',').filter(Boolean) ?? []

export const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: string | null): value is T =>
    known.some((each) => each === value)

export function boxOf(params: Params) {
  const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN] = listOf(params, 'box').map(
    Number,
  )
  const inside = Math.abs(south) <= 90 && Math.abs(north) <= 90 && Math.abs(west) <= 180 && Math.abs(east) <= 180
  return inside ? { south, west, north, east } : undefined
}
export type Box = NonNullable<ReturnType<typeof boxOf>>

type Value = string | number | undefined | readonly string[]

/** Filters -> page address; what is at its default is left out, so that a plain address means "all". */
export function writeParams(filters: Readonly<Record<string, Value>>, box: Box | undefined): URLSearchParams {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(filters)) {
    if (value === undefined || value === '' || (typeof value === 'object' && value.length === 0)) continue
    params.set(key, typeof value === 'object' ? value.join(',') : String(value))
  }
  if (box) params.set('box', [box.south, box.west, box.north, box.east].map((edge) => edge.toFixed(4)).join(','))
  return params
}
