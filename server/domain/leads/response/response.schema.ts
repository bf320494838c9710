import { z } from 'zod'
import { CLOCKS, GROUPINGS, RESPONSE_DAYS, WAIT_BAR_KEYS } from './response.words.ts'

const days = z.union(RESPONSE_DAYS.map((each) => z.literal(each))).default(30)
const clock = z.enum(CLOCKS).default('wall')

export const responseInput = z.object({ days, clock, by: z.enum(GROUPINGS).default('source') })
/** The rows behind a number: a bar of the plot, a line of the table, or both. */
export const responseLeadsInput = responseInput.extend({
  bar: z.enum(WAIT_BAR_KEYS).optional(),
  key: z.string().max(120).optional(),
})

export type ResponseInput = z.output<typeof responseInput>
export type ResponseLeadsInput = z.output<typeof responseLeadsInput>
