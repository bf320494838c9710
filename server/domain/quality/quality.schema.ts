import { z } from 'zod'
import { MOST_AT_ONCE } from './quality.words.ts'

const noControl = (text: string) => !/\p{Cc}/u.test(text)
const ruleKey = z.string().max(80).refine(noControl)
const ids = z.array(z.uuid()).min(1).max(MOST_AT_ONCE)
/** Issues that were picked, or all open ones of the rule that nobody has muted, the longest known first. */
const which = z.union([z.strictObject({ ids }), z.strictObject({ all: z.literal(true) })])

export const ruleInput = z.object({ ruleKey })
export const listIssuesInput = z.object({
  ruleKey,
  shown: z.enum(['open', 'muted']).default('open'),
  cursor: z.string().max(120).refine(noControl).nullish(),
})
export const issueInput = z.object({ issueId: z.uuid() })
export const repairInput = z.object({
  ruleKey,
  which,
  /** Made by the page when somebody presses the button: sent twice, it repairs once. */
  requestKey: z.uuid(),
})
export const undoInput = z.object({ batchId: z.uuid() })
export const assignInput = z.object({ ruleKey, which, personId: z.uuid().nullable() })
export const muteInput = z.object({
  ruleKey,
  /** Null: the whole rule. */
  ids: ids.nullable(),
  reason: z
    .string()
    .trim()
    .min(3, 'Say why, for whoever looks at this next.')
    .max(300, 'At most 300 characters.')
    .refine(noControl, 'Keep it on one line.'),
  /** Null: for ever. */
  until: z.date().min(new Date('2020-01-01')).max(new Date('2200-01-01')).nullable(),
})
export const unmuteInput = z.object({ muteId: z.uuid() })

export type RuleInput = z.output<typeof ruleInput>
export type ListIssuesInput = z.output<typeof listIssuesInput>
export type IssueInput = z.output<typeof issueInput>
export type RepairInput = z.output<typeof repairInput>
export type UndoInput = z.output<typeof undoInput>
export type AssignInput = z.output<typeof assignInput>
export type MuteInput = z.output<typeof muteInput>
export type UnmuteInput = z.output<typeof unmuteInput>
export type WhichIssues = z.output<typeof which>
