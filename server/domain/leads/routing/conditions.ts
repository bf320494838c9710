import { liesInRing } from '#server/domain/listings/listings.polygons.ts'
import type { Conditions, Facts, Place } from './routing.types.ts'
import { minuteOf, wallClockOf } from './wall-clock.ts'

type Condition = keyof Conditions

const oneOf = (wanted: readonly string[], value: string | null) => value !== null && wanted.includes(value)

/** Whether a place lies in one of the areas; edges belong to them. */
export const liesIn = (areas: readonly [number, number][][], { longitude, latitude }: Place): boolean =>
  areas.some((ring) => liesInRing(ring, longitude, latitude))

/** Both ends belong to the band. */
export const inBand = (cents: number, min: number | null | undefined, max: number | null | undefined): boolean =>
  cents >= (min ?? 0) && cents <= (max ?? Number.POSITIVE_INFINITY)

const inTimes = (times: NonNullable<Conditions['times']>, at: Date) =>
  times.some(({ days, from, until, zone }) => {
    const { day, minute } = wallClockOf(at, zone)
    return days.includes(day) && minute >= minuteOf(from) && minute < minuteOf(until)
  })

/** What a lead does not tell fits no condition about it. */
const CHECKS: { [Name in Condition]: (wanted: NonNullable<Conditions[Name]>, facts: Facts) => boolean } = {
  sources: (wanted, { sourceKey }) => oneOf(wanted, sourceKey),
  doors: (wanted, { door }) => oneOf(wanted, door),
  tags: (wanted, { tags }) => tags.some((tag) => wanted.includes(tag)),
  price: ({ minCents, maxCents }, { priceCents }) => priceCents !== null && inBand(priceCents, minCents, maxCents),
  citySlugs: (wanted, { citySlug }) => oneOf(wanted, citySlug),
  postalCodes: (wanted, { postalCode }) => oneOf(wanted, postalCode),
  areas: (wanted, { place }) => place !== null && liesIn(wanted, place),
  propertySubTypes: (wanted, { propertySubType }) => oneOf(wanted, propertySubType),
  leadTypes: (wanted, { leadType }) => oneOf(wanted, leadType),
  officeIds: (wanted, { officeId }) => oneOf(wanted, officeId),
  times: (wanted, { arrivedAt }) => inTimes(wanted, arrivedAt),
}

const holds = <Name extends Condition>(name: Name, when: Conditions, facts: Facts) => {
  const wanted = when[name]
  return wanted === undefined || CHECKS[name](wanted, facts)
}

export const CONDITIONS = Object.keys(CHECKS) as Condition[]

/** Whether a lead is what a rule is for: one of each list, and all conditions that are there. */
export const fits = (when: Conditions, facts: Facts): boolean => CONDITIONS.every((name) => holds(name, when, facts))
