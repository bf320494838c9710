import { z } from 'zod'
import { CHASE_ACTS, MOST_MINUTES } from './chase.words.ts'

const minutes = z.number().int().min(1, 'At least a minute.').max(MOST_MINUTES, 'Four office days at most.')

/** What happens with a lead that its agent does not work: each step once at most, one after the other, the way back last. */
export const chaseSchema = z.object({
  isOn: z.boolean(),
  clock: z.enum(['always', 'office-hours']),
  steps: z
    .array(z.object({ act: z.enum(CHASE_ACTS), afterMinutes: minutes }))
    .max(CHASE_ACTS.length)
    .refine(
      (steps) => steps.every(({ afterMinutes }, at) => at === 0 || (steps[at - 1]?.afterMinutes ?? 0) < afterMinutes),
      'Each step comes later than the one above it.',
    )
    .refine(
      (steps) =>
        steps.every(
          ({ act }, at) => at === 0 || CHASE_ACTS.indexOf(steps[at - 1]?.act ?? act) < CHASE_ACTS.indexOf(act),
        ),
      'First the agent, then those above, and the way back last; each once.',
    ),
  /** How often those above are told again, as long as nobody does anything; null: once is enough. */
  repeatMinutes: minutes.nullable(),
  /** The pond that a lead goes into when it is taken back; null: the rules find somebody. */
  backTo: z.uuid().nullable(),
})
export type ChaseSetting = z.output<typeof chaseSchema>

export const ownChaseInput = z.object({ chaseId: z.uuid() })
/** "I did call": what somebody did while the lead was theirs. */
export const bringBackInput = z.object({
  chaseId: z.uuid(),
  /** Made when the form is opened: sent twice, it is one entry. */
  touchId: z.uuid(),
  channel: z.enum(['call', 'text', 'email', 'visit']),
  /** While it was theirs. */
  happenedAt: z.date(),
  words: z.string().trim().max(500).default(''),
})
export type BringBackInput = z.output<typeof bringBackInput>
