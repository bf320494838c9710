import { z } from 'zod'

/** So many at once: the turns of all rules wait meanwhile. */
export const MOST_REROUTED = 50

export const candidatesInput = z.object({
  /** Those of one agent; without it, of everybody. */
  agentId: z.uuid().nullish(),
  /** Only those that nobody works. */
  isIdle: z.boolean().default(false),
})
export type CandidatesInput = z.output<typeof candidatesInput>

export const planInput = z.object({
  inquiryIds: z.array(z.uuid()).min(1, 'Pick a lead.').max(MOST_REROUTED, `${MOST_REROUTED} at once, at most.`),
  /** Whoever has a lead now does not get it again. */
  leaveOut: z.boolean(),
})
export const rerouteInput = planInput.extend({
  /** Of the plan that was read: something else is not done. */
  digest: z.string().length(64),
})
/** What was done in one go, as `go` has answered. */
export const undoInput = z.object({ batchId: z.uuid() })
export type PlanInput = z.output<typeof planInput>
export type RerouteInput = z.output<typeof rerouteInput>
export type UndoInput = z.output<typeof undoInput>
