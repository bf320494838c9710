import { z } from 'zod'
import { criteriaSchema } from '../searches.schema.ts'

export const countFirstSchema = z.object({
  criteria: criteriaSchema,
  /** Null: a new alert, of which nobody was told anything yet. */
  searchId: z.uuid().nullable(),
})
export const reactivateSchema = z.object({ searchId: z.uuid() })

export type CountFirstInput = z.output<typeof countFirstSchema>
