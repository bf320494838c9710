import { z } from 'zod'
import { AREA_KINDS } from './fairness.words.ts'

export const equalServiceInput = z.object({
  /** As "2026-11"; this month when it is left out. */
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Choose a month.')
    .optional(),
  by: z.enum(AREA_KINDS).default('town'),
})
export const areaLeadsInput = equalServiceInput.extend({ area: z.string().max(60) })

export type EqualServiceInput = z.output<typeof equalServiceInput>
export type AreaLeadsInput = z.output<typeof areaLeadsInput>
