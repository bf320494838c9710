import { z } from 'zod'
import { oneLine } from '../../leads.people.schema.ts'
import { FIELD_SAID } from '../doors.words.ts'

const MOST_CHARACTERS = 3_000_000

const names = Object.keys(FIELD_SAID) as (keyof typeof FIELD_SAID)[]
export const columnMapping = z.array(z.enum(names).nullable()).max(60)
const content = z.string().min(1).max(MOST_CHARACTERS, 'That is larger than 3 MB. Split the file.')

export const previewInput = z.object({
  content,
  /** Without it the columns are guessed by their headings. */
  mapping: columnMapping.optional(),
})
export const bringInput = z.object({
  content,
  mapping: columnMapping,
  fileName: oneLine(200).min(1),
  sourceId: z.uuid().nullable(),
})
export const importInput = z.object({ importId: z.uuid() })

export const rowProblems = z.array(z.object({ row: z.number().int(), words: z.string() })).catch([])
export type RowProblem = z.output<typeof rowProblems>[number]
export type PreviewInput = z.output<typeof previewInput>
export type BringInput = z.output<typeof bringInput>
