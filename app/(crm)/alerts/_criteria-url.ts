import { z } from 'zod'
import { FEATURES, PROPERTY_SUB_TYPES, SEARCH_STATUSES } from '#server/domain/alerts/criteria.words.ts'
import { anyCriteria, type CriteriaDraft } from './_draft.ts'

const whole = z.coerce.number().int().min(0).max(1_000_000_000).optional().catch(undefined)
const words = (value: unknown) => (typeof value === 'string' && value ? value.split(',') : [])
const slugs = z.preprocess(words, z.array(z.string()))
const spelled = (all: string[]) => all.filter((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
/** Of a list, what can be asked for: the listings page also knows homes that are sold. */
const known = <T extends string>(all: readonly T[]) =>
  slugs.transform((chosen) => all.filter((each) => chosen.some((word) => word === each)))

const urlSchema = z.object({
  listPriceMin: whole,
  listPriceMax: whole,
  bedroomsMin: whole,
  bathroomsMin: z.coerce.number().min(0).max(20).multipleOf(0.5).optional().catch(undefined),
  livingAreaMin: whole,
  livingAreaMax: whole,
  lotSizeMin: whole,
  lotSizeMax: whole,
  yearBuiltMin: whole,
  yearBuiltMax: whole,
  propertySubTypes: known(PROPERTY_SUB_TYPES),
  features: known(FEATURES),
  keywords: slugs,
  citySlugs: slugs.transform(spelled),
  subdivisions: slugs.transform(spelled),
  postalCodes: slugs.transform((all) => all.filter((zip) => /^\d{5}$/.test(zip))),
  // Who looked at homes that were sold wants to hear of what comes on the market.
  statuses: known(SEARCH_STATUSES.filter((status) => status !== 'Closed')),
})

/** The listings page's address -> criteria: what one has filtered is what one wants to hear about. */
export function readCriteria(params: Iterable<[string, string]>): CriteriaDraft {
  const { statuses, ...asked } = urlSchema.parse(Object.fromEntries(params))
  return { ...anyCriteria, ...asked, statuses: statuses.length > 0 ? statuses : anyCriteria.statuses }
}
