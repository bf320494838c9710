import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { anyCriteria, type CriteriaDraft } from './_draft.ts'

/** What the picture of prices is asked by: all but the price, as far as it can be asked for while somebody is typing. */
export function askablePrices(criteria: CriteriaDraft): CriteriaDraft {
  const { listPriceMin: _min, listPriceMax: _max, ...others } = criteria
  return criteriaSchema.safeParse(others).data ?? anyCriteria
}
