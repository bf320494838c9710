import { z } from 'zod'
import { WEEKDAYS } from '../routing/routing.words.ts'

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

/** Which leads one takes; null and empty lists: any. */
export const setLimitsInput = z
  .object({
    capacity: z.number().int().min(1, 'One lead at least.').max(500).nullable(),
    minPriceCents: cents.nullable(),
    maxPriceCents: cents.nullable(),
    citySlugs: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Pick a town from the list.')
          .max(60),
      )
      .max(50),
    postalCodes: z.array(z.string().regex(/^\d{5}$/, 'A zip code has five digits.')).max(100),
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
export const resumeInput = z.object({ personId: z.uuid() })

export type SetHoursInput = z.output<typeof setHoursInput>
export type SetLimitsInput = z.output<typeof setLimitsInput>
