import { z } from 'zod'

export const ofInquiryInput = z.object({ inquiryId: z.uuid() })
export const checkRulesInput = z.object({ of: z.enum(['draft', 'published']) })
export const ruleSetInput = z.object({ version: z.number().int().min(1) })
