import { z } from 'zod'
import { TWIN_KINDS } from './twins.words.ts'

const kind = z.enum(TWIN_KINDS)
export const recordInput = z.object({ kind, id: z.uuid() })
export const twinInput = z.object({
  kind,
  /** As the sync names it: "o:<hex>", "s:<string>", "n:<number>". */
  sourceId: z
    .string()
    .min(3)
    .max(600)
    .refine((text) => !text.includes('\u0000')),
})

export type RecordInput = z.output<typeof recordInput>
export type TwinInput = z.output<typeof twinInput>
