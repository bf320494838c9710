import { z } from 'zod'
import { CHECKS, type Check } from '../evidence/evidence.words.ts'

/** Kept for good: what an older release wrote is read as far as this one knows it. */
const evidenceSchema = z.array(
  z.object({ name: z.enum(CHECKS), state: z.enum(['ok', 'missing', 'failed']), words: z.string() }),
)

export const readEvidence = (evidence: unknown): Check[] => evidenceSchema.catch([]).parse(evidence)
