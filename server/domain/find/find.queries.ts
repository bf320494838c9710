import type { Context } from '#server/context.ts'
import type { FindAnythingInput } from './find.schema.ts'
import { findAlerts, findHomes, findPeople, findPlaces } from './find.sql.ts'
import { readTyped } from './find.typed.ts'

const SHOWN = 6
const PLACES = 3

/** All that a few letters can mean, in one answer: people, homes, places and alerts, the likeliest of each. */
export async function findAnything({ db, actor }: Context, { q }: FindAnythingInput) {
  const typed = readTyped(q)
  const [people, homes, places, alerts] = await Promise.all([
    findPeople(db, actor, typed, SHOWN),
    findHomes(db, typed, SHOWN),
    findPlaces(db, typed, PLACES),
    findAlerts(db, actor, typed, SHOWN),
  ])
  return { people, homes, places, alerts }
}
