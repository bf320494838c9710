import { POND_AGE_KEYS, type PondAge } from '#server/domain/leads/offers/pond-ages.words.ts'
import { readChoice } from '../_lists/params.ts'

/** What the address of the page can hold: the leads of one age in one pond. */
export type PondFilters = { pond?: string | undefined; age?: PondAge | undefined }

export function readPondFilters(params: Iterable<[string, string]>): PondFilters {
  const { pond, age } = Object.fromEntries<string | undefined>(params)
  const known = readChoice(age, POND_AGE_KEYS)
  return pond && known && /^[0-9a-f-]{36}$/.test(pond) ? { pond, age: known } : {}
}

/** As the server is asked. */
export const toOnly = ({ pond, age }: PondFilters) => (pond && age ? { pondId: pond, age } : undefined)
