import { z } from 'zod'
import { PROPERTY_SUB_TYPES } from '#server/domain/alerts/criteria.words.ts'
import { DOORS, LEAD_TYPES } from '../doors/doors.words.ts'
import { GUARDED_CONDITIONS, HAND_OVERS, LADDER_ACTS, LADDER_CLOCKS, REASON_NEEDED, WEEKDAYS } from './routing.words.ts'

const id = z.uuid()
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Pick a town from the list.')
  .max(60)
const key = z
  .string()
  .regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/, 'Pick a source from the list.')
  .max(60)
const tag = z.string().trim().min(1).max(60)
const zip = z.string().regex(/^\d{5}$/, 'A zip code has five digits.')
/** Whole cents; a thousand million dollars at most, so that it is exact in JSON. */
const cents = z.number().int().min(0).max(100_000_000_000)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write the time like 09:00.')
const zone = z.string().refine((name) => isZone(name), 'Pick a time zone from the list.')

function isZone(name: string) {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** From the lowest to the highest, both included; one of them may be missing. */
export const priceBandSchema = z
  .object({ minCents: cents.optional(), maxCents: cents.optional() })
  .refine((band) => band.minCents !== undefined || band.maxCents !== undefined, 'Give the lowest or the highest price.')
  .refine(({ minCents = 0, maxCents = Infinity }) => minCents <= maxCents, 'The lowest price is above the highest.')

/** Corners as [longitude, latitude]; the last one is joined to the first. */
export const areaSchema = z
  .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
  .min(3, 'An area needs three corners.')
  .max(100, 'An area has 100 corners at most.')

/** On these days from one wall clock time to a later one, on the clock of the zone: the office's. */
export const timesSchema = z
  .object({ days: z.array(z.enum(WEEKDAYS)).min(1, 'Pick a day.').max(7), from: clock, until: clock, zone })
  .refine(({ from, until }) => from < until, 'The end is not after the beginning. Past midnight, write two times.')

const some = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).min(1).max(most).optional()

/** What a lead has to be. Absent means any; one of a list is enough, and every condition that is there has to hold. */
export const conditionsSchema = z.strictObject({
  sources: some(key, 50),
  doors: some(z.enum(DOORS), DOORS.length),
  tags: some(tag, 50),
  price: priceBandSchema.optional(),
  citySlugs: some(slug, 50),
  postalCodes: some(zip, 100),
  areas: some(areaSchema, 5),
  propertySubTypes: some(z.enum(PROPERTY_SUB_TYPES), PROPERTY_SUB_TYPES.length),
  leadTypes: some(z.enum(LEAD_TYPES), LEAD_TYPES.length),
  officeIds: some(id, 50),
  times: some(timesSchema, 14),
})
export type Conditions = z.output<typeof conditionsSchema>

/** Everybody of these offices and teams who takes leads, and these agents. */
export const poolSchema = z
  .object({
    officeIds: z.array(id).max(50).default([]),
    teamIds: z.array(id).max(50).default([]),
    agentIds: z.array(id).max(200).default([]),
  })
  .refine(
    ({ officeIds, teamIds, agentIds }) => officeIds.length + teamIds.length + agentIds.length > 0,
    'Pick an office, a team or an agent.',
  )
export type Pool = z.output<typeof poolSchema>

const weight = z.object({ agentId: id, weight: z.number().int().min(0).max(100) })

export const methodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('named'), agentId: id }),
  z.object({ kind: z.literal('listing-agent') }),
  z.object({ kind: z.literal('round-robin'), pool: poolSchema }),
  /** Whoever has no weight has 1; who has 0 gets nothing. */
  z.object({ kind: z.literal('weighted'), pool: poolSchema, weights: z.array(weight).max(200).default([]) }),
  z.object({ kind: z.literal('score'), pool: poolSchema }),
  z.object({ kind: z.literal('first-to-claim'), pool: poolSchema }),
  z.object({ kind: z.literal('pond'), pondId: id }),
  /** Only for the default rule: the listing agent, the manager of the town's office, the default person. */
  z.object({ kind: z.literal('usual') }),
])
export type Method = z.output<typeof methodSchema>

const stepSchema = z
  .object({
    afterMinutes: z.number().int().min(1).max(10_080, 'A week at most.'),
    act: z.enum(LADDER_ACTS),
    pondId: id.optional(),
  })
  .refine(({ act, pondId }) => (act === 'pond') === (pondId !== undefined), 'Say which pond.')

/** What happens when nobody answers; minutes count from the first offer. */
export const ladderSchema = z.object({
  clock: z.enum(LADDER_CLOCKS).default('always'),
  steps: z
    .array(stepSchema)
    .max(8, 'Eight steps at most.')
    .refine(
      (steps) => steps.every(({ afterMinutes }, index) => afterMinutes > (steps[index - 1]?.afterMinutes ?? 0)),
      'Each step comes after the one before it.',
    )
    .refine((steps) => steps.slice(0, -1).every(({ act }) => act !== 'pond'), 'A pond is the last step.')
    .default([]),
})
export type Ladder = z.output<typeof ladderSchema>

const name = z.string().trim().min(1, 'Give the rule a name.').max(120)
const offerMinutes = z.number().int().min(1, 'A minute at least.').max(240, 'Four hours at most.').default(5)
const handOver = z.enum(HAND_OVERS).default('offer')
const reason = z.string().trim().max(500).default('')

/** The conditions of a rule that need a reason, in the order of their list. */
export const guardedOf = (when: Conditions) => GUARDED_CONDITIONS.filter((each) => when[each] !== undefined)

const REASON_LETTERS = 10

/** One rule. Its id stays through all versions: turns are counted by it. */
export const ruleSchema = z
  .strictObject({
    id,
    name,
    when: conditionsSchema,
    method: methodSchema,
    handOver,
    offerMinutes,
    ladder: ladderSchema,
    reason,
  })
  .superRefine(({ when, method, reason: why }, { addIssue }) => {
    if (method.kind === 'usual') {
      addIssue({ code: 'custom', path: ['method'], message: 'Only the default rule can be as usual.' })
    }
    if (guardedOf(when).length > 0 && why.length < REASON_LETTERS) {
      addIssue({ code: 'custom', path: ['reason'], message: REASON_NEEDED })
    }
  })
export type Rule = z.output<typeof ruleSchema>

/** The last rule: it can be changed, never removed, and it has no conditions. */
export const defaultRuleSchema = z.strictObject({
  id,
  name,
  method: methodSchema,
  handOver,
  offerMinutes,
  ladder: ladderSchema,
})
export type DefaultRule = z.output<typeof defaultRuleSchema>

/** Read from above; the first rule that fits and finds somebody decides. */
export const rulesSchema = z
  .strictObject({
    rules: z.array(ruleSchema).max(100, 'A hundred rules at most.'),
    fallback: defaultRuleSchema,
    /** Whoever is in an appointment is not asked for what waits minutes. Sets from before it was a choice do so, too. */
    skipsBusy: z.boolean().default(true),
  })
  .refine(
    ({ rules, fallback }) => new Set([fallback.id, ...rules.map((rule) => rule.id)]).size === rules.length + 1,
    'Two rules have one id.',
  )
export type Rules = z.output<typeof rulesSchema>
