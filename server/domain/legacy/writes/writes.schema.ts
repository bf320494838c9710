import { z } from 'zod'

const stream = z.enum(['contacts', 'savedSearches', 'notes', 'tasks'])

export const listConflictsInput = z.object({ cursor: z.uuid().nullish() })
export const conflictInput = z.object({ conflictId: z.uuid() })
/** One record, or all that wait. */
export const retryInput = z.object({ record: z.object({ stream, targetId: z.uuid() }).optional() })

export type ListConflictsInput = z.output<typeof listConflictsInput>
export type ConflictInput = z.output<typeof conflictInput>
export type RetryInput = z.output<typeof retryInput>
