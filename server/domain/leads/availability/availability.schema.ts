import { z } from 'zod'
import { MOST_RINGS } from '#server/domain/listings/areas.words.ts'
import { WEEKDAYS } from '../routing/routing.words.ts'
import { areaSchema } from '../routing/rules.schema.ts'

const cents = z.number().int().min(0).max(100_000_000_000)
/** A moment that lies ahead, within a year. */
const until = z
  .date()
  .refine((at) => at.getTime() > Date.now(), 'Pick a time that lies ahead.')
  .refine((at) => at.getTime() < Date.now() + 366 * 86_400_000, 'A year at most.')
  .nullable()

export const setAwayInput = z.object({ until })

const minute = z.number().int().min(0).max(1_440)
const stretch = z
  .object({ day: z.enum(WEEKDAYS), fromMinute: minute, untilMinute: minute })
  .refine(({ fromMinute, untilMinute }) => fromMinute < untilMinute, 'The end is not after the beginning.')

/** All working hours at once, on the clock of one's office; none: at any time. */
export const setHoursInput = z.object({
  hours: z
    .array(stretch)
    .max(21, 'Three times a day at most.')
    .refine(
      (hours) =>
        hours.every((one, index) =>
          hours
            .slice(index + 1)
            .every(
              (other) =>
                one.day !== other.day || one.untilMinute <= other.fromMinute || other.untilMinute <= one.fromMinute,
            ),
        ),
      'Two times of one day overlap.',
    ),
})

/** Where somebody takes leads; all empty: everywhere. One of any list is enough. */
const coverage = z.object({
  citySlugs: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Pick a town from the list.')
        .max(60),
    )
    .max(50),
  postalCodes: z.array(z.string().regex(/^\d{5}$/, 'A zip code has five digits.')).max(100),
  areas: z.array(areaSchema).max(MOST_RINGS, `${MOST_RINGS} areas at most.`),
})
export const personInput = z.object({ personId: z.uuid() })
/** Where somebody of one's people takes leads. */
export const setCoverageInput = coverage.extend({ personId: z.uuid() })

/** Which leads one takes; null and empty lists: any. */
export const setLimitsInput = coverage
  .extend({
    capacity: z.number().int().min(1, 'One lead at least.').max(500).nullable(),
    minPriceCents: cents.nullable(),
    maxPriceCents: cents.nullable(),
  })
  .refine(({ minPriceCents, maxPriceCents }) => (minPriceCents ?? 0) <= (maxPriceCents ?? Number.POSITIVE_INFINITY), {
    path: ['maxPriceCents'],
    message: 'The lowest price is above the highest.',
  })

/** Days off, both included. */
export const addVacationInput = z
  .object({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until: to }) => from <= to, { path: ['until'], message: 'The last day is before the first.' })
export const removeVacationInput = z.object({ vacationId: z.uuid() })

export const pauseInput = z.object({ personId: z.uuid(), until })

export type SetHoursInput = z.output<typeof setHoursInput>
export type SetCoverageInput = z.output<typeof setCoverageInput>
export type SetLimitsInput = z.output<typeof setLimitsInput>
