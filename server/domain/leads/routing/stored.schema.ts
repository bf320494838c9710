import { z } from 'zod'
import { PROPERTY_SUB_TYPES } from '#server/domain/alerts/criteria.words.ts'
import { DOORS, LEAD_TYPES } from '../doors/doors.words.ts'
import { DECIDED_BECAUSE, LINES, ROLES, WEEKDAYS } from './routing.words.ts'
import { areaSchema, ladderSchema } from './rules.schema.ts'
import { TERMS, WHY_NOT } from './why-not.words.ts'

const id = z.uuid()

/** As a decision keeps them. Strict: what is not on the list does not get in, whoever puts it there. */
export const factsSchema = z.strictObject({
  arrivedAt: z.coerce.date(),
  door: z.enum(DOORS),
  sourceKey: z.string().nullable(),
  tags: z.array(z.string()),
  leadType: z.enum(LEAD_TYPES).nullable(),
  priceCents: z.number().int().nullable(),
  citySlug: z.string().nullable(),
  postalCode: z.string().nullable(),
  place: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
  propertySubType: z.enum(PROPERTY_SUB_TYPES).nullable(),
  officeId: id.nullable(),
  listingAgentId: id.nullable(),
  knownAgentId: id.nullable(),
  namedAgentId: id.nullable(),
})

const agentState = z.strictObject({
  agentId: id,
  role: z.enum(ROLES),
  officeId: id,
  teamId: id.nullable(),
  hasLeft: z.boolean(),
  hereSince: z.coerce.date(),
  zone: z.string(),
  status: z.enum(['available', 'away', 'paused']),
  statusUntil: z.coerce.date().nullable(),
  hours: z.array(z.strictObject({ day: z.enum(WEEKDAYS), fromMinute: z.number(), untilMinute: z.number() })),
  vacations: z.array(z.strictObject({ from: z.iso.date(), until: z.iso.date() })),
  // Decisions from before calendars were looked at know of none.
  busy: z.array(z.strictObject({ from: z.coerce.date(), until: z.coerce.date() })).default([]),
  coverage: z.strictObject({
    citySlugs: z.array(z.string()),
    postalCodes: z.array(z.string()),
    areas: z.array(areaSchema),
  }),
  minPriceCents: z.number().nullable(),
  maxPriceCents: z.number().nullable(),
  capacity: z.number().nullable(),
  openLeads: z.number(),
  offers90: z.strictObject({ accepted: z.number(), passed: z.number(), missed: z.number() }),
  leads30: z.number(),
  lastLeadAt: z.coerce.date().nullable(),
})

/** People as they stood when it was decided. */
export const agentsSchema = z.strictObject({
  at: z.coerce.date(),
  people: z.array(agentState),
  turns: z.array(z.strictObject({ ruleId: id, agentId: id, turns: z.number(), lastTurn: z.number() })),
  defaultAgentId: id,
  without: z.array(id),
})

export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), agentId: id }),
  z.object({ kind: z.literal('offer'), agentIds: z.tuple([id]) }),
  z.object({ kind: z.literal('offer-all'), agentIds: z.array(id).min(1) }),
  z.object({ kind: z.literal('pond'), pondId: id }),
])

/** What a row of `routing_decision` says about the decision. */
export const decisionSchema = z.object({
  ruleId: id,
  ruleName: z.string(),
  method: z.enum(LINES),
  outcome: outcomeSchema,
  offerMinutes: z.number(),
  ladder: ladderSchema,
  because: z.enum(DECIDED_BECAUSE),
  considered: z.array(
    z.object({
      ruleId: id,
      agentId: id,
      whyNot: z.array(z.enum(WHY_NOT)),
      terms: z.array(z.object({ name: z.enum(TERMS), value: z.number() })),
      score: z.number().nullable(),
    }),
  ),
  lines: z.array(z.object({ ruleId: id, ruleName: z.string(), method: z.enum(LINES), found: z.boolean() })),
})
