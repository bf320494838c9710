import { z } from 'zod'

/** What somebody types to find a person, a home, a place or an alert: part of a name, an address, a number. */
export const findAnythingInput = z.object({
  q: z
    .string()
    .trim()
    .min(2, 'Type two letters or more.')
    .max(100)
    .refine((text) => !/\p{Cc}/u.test(text), 'Keep it on one line.'),
})
export type FindAnythingInput = z.output<typeof findAnythingInput>
