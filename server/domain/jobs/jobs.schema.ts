import { z } from 'zod'

export const scheduleInput = z.object({ functionId: z.string().min(1).max(100) })
export type ScheduleInput = z.infer<typeof scheduleInput>

export const runInput = z.object({ runId: z.string().min(1).max(200) })
export type RunInput = z.infer<typeof runInput>
