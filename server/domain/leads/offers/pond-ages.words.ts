/** How long leads lie in a pond, the oldest first. `fromHours` belongs to the age, the next older one ends it. */
export const POND_AGES = [
  { key: 'old', fromHours: 72, label: 'Over 3 days' },
  { key: 'aging', fromHours: 24, label: '1 to 3 days' },
  { key: 'waiting', fromHours: 1, label: '1 to 24 hours' },
  { key: 'fresh', fromHours: 0, label: 'Under an hour' },
] as const

export type PondAge = (typeof POND_AGES)[number]['key']
export const POND_AGE_KEYS = ['old', 'aging', 'waiting', 'fresh'] as const satisfies readonly PondAge[]

const HOUR_MS = 3_600_000

/** The age of what has lain in a pond since then. A clock that is behind makes nothing younger than fresh. */
export const pondAgeOf = (since: Date, now: number): PondAge =>
  POND_AGES.find(({ fromHours }) => now - since.getTime() >= fromHours * HOUR_MS)?.key ?? 'fresh'

/** From when to when something came to have this age now: `gt` is left out, `lte` belongs to it. */
export function spanOfAge(age: PondAge, now: Date): { gt?: Date; lte?: Date } {
  const index = POND_AGES.findIndex(({ key }) => key === age)
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  const [older, own] = [POND_AGES[index - 1], POND_AGES[index]]
  return {
    ...(older ? { gt: ago(older.fromHours) } : {}),
    ...(own && own.fromHours > 0 ? { lte: ago(own.fromHours) } : {}),
  }
}
