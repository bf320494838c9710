import { z } from 'zod'
import { OUTCOMES_OF, TOUCH_CHANNELS, TOUCH_OUTCOMES } from './touches.words.ts'

/** Who remembers a call of last week writes a note. */
export const MOST_MINUTES_AGO = 3 * 24 * 60

export const logTouchInput = z
  .object({
    /** Chosen by whoever asks: the same one sent twice is one touch. */
    id: z.uuid(),
    contactId: z.uuid(),
    channel: z.enum(TOUCH_CHANNELS),
    outcome: z.enum(TOUCH_OUTCOMES),
    words: z
      .string()
      .trim()
      .max(500, 'At most 500 characters. Write the rest as a note.')
      .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'Retype it: a character in it is broken.')
      .default(''),
    minutesAgo: z.number().int().min(0).max(MOST_MINUTES_AGO).default(0),
  })
  .refine(({ channel, outcome }) => OUTCOMES_OF[channel].includes(outcome), 'Choose what came of it.')
export const touchInput = z.object({ touchId: z.uuid() })

export type LogTouchInput = z.output<typeof logTouchInput>
