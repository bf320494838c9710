import { z } from 'zod'
import { SPANS } from './performance.words.ts'

/** How many weeks back, with the one that is not over. */
export const performanceSchema = z.object({ weeks: z.literal(SPANS).optional() }).default({})

export type PerformanceInput = z.output<typeof performanceSchema>
