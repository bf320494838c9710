import { z } from 'zod'

const token = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

export const preferencesSchema = z.object({ token })
export const setPreferenceSchema = z.object({ token, searchId: z.uuid(), active: z.boolean() })
export const stopEverythingSchema = z.object({ token, stopped: z.boolean() })
