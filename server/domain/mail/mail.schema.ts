import { z } from 'zod'

export const OUTBOX_STATES = ['queued', 'sending', 'sent', 'failed', 'suppressed', 'unknown'] as const

export const listOutboxSchema = z.object({ state: z.enum(OUTBOX_STATES).optional(), cursor: z.uuid().optional() })
export const mailByIdSchema = z.object({ mailId: z.uuid() })
export const setBlockedSchema = mailByIdSchema.extend({ blocked: z.boolean() })
export type ListOutboxInput = z.output<typeof listOutboxSchema>
