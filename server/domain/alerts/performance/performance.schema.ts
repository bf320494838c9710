import { z } from 'zod'
import { SPANS } from './performance.words.ts'

/** How many weeks back, with the one that is not over. */
export const performanceSchema = z.object({ weeks: z.literal(SPANS).optional() }).default({})

export type PerformanceInput = z.output<typeof performanceSchema>

/** Which rows to show behind the figures. */
export const ledToSchema = z.object({ what: z.enum(['looks', 'questions']) })
export type LedToInput = z.output<typeof ledToSchema>
