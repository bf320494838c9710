import { z } from 'zod'
import { LADDER_ENDS } from './tunnel.words.ts'

const id = z.uuid()
const who = id.nullable()
const expected = z.object({ medianMinutes: z.number().nullable(), promptShare: z.number() })

/** A `TunnelResult`, as its row keeps it. */
export const tunnelResultSchema = z.object({
  leads: z.number(),
  changed: z.number(),
  toPond: z.number(),
  kept: z.number(),
  rules: z.array(z.object({ ruleId: id, name: z.string(), leads: z.number() })),
  loads: z.array(z.object({ agentId: id, before: z.number(), after: z.number() })),
  moves: z.array(z.object({ fromId: who, toId: who, leads: z.number() })),
  ladder: z
    .object({
      ends: z.record(z.enum(LADDER_ENDS), z.number()),
      medianMinutes: z.number().nullable(),
      slowestMinutes: z.number().nullable(),
    })
    .nullable()
    .default(null),
  before: expected,
  after: expected,
  areas: z.array(
    z.object({
      area: z.string(),
      leads: z.number(),
      gapBefore: z.number(),
      gapAfter: z.number(),
      isWider: z.boolean(),
    }),
  ),
  examples: z.array(z.object({ inquiryId: id, ruleName: z.string(), fromId: who, toId: who })),
})

export const tunnelRunInput = z.object({ runId: id })
