import { z } from 'zod'

export const alertRunOfSchema = z.object({ jobRunId: z.string().min(1).max(100) })
