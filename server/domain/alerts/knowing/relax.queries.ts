import type { Context } from '#server/context.ts'
import type { Criteria } from '../searches.schema.ts'
import { relaxOne } from './relax.ts'

const SHOWN = 3

/** The smallest single changes that give a search three homes or more; none when it finds enough, or nothing helps. */
export async function relaxSearch({ db }: Context, { criteria }: { criteria: Criteria }) {
  const changes = await relaxOne(db, criteria)
  return changes.slice(0, SHOWN).map(({ criteria: changed, words, homes }) => ({ criteria: changed, words, homes }))
}
