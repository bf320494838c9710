import { EJSON } from 'bson'
import type { Random } from '#world/random.ts'
import { DIRT, type Dirt } from './dirt.ts'
import type { CollectionName, LegacyDoc } from './documents.ts'

type Soiled = { docs: LegacyDoc[]; spoilt: Set<LegacyDoc>; counts: Record<string, number> }

// "email-case" and "email-malformed" touch one field: a document gets only one of them.
const familyOf = ({ name }: Dirt) => name.split('-')[0] ?? name

const isSpoiling = ({ meaning }: Dirt) => !('accepted' in meaning)

const hasMail = ({ email }: LegacyDoc) => typeof email === 'string' && email.includes('@') && email.includes('.test')

/** Puts each kind of the table's dirt on as many documents as the table says, times `scale`. Changes the documents. */
export function soilDocs(
  collection: CollectionName,
  docs: LegacyDoc[],
  random: Random,
  now: Date,
  scale: number,
): Soiled {
  const touched = new Map<LegacyDoc, Set<string>>(docs.map((doc) => [doc, new Set()]))
  const spoilt = new Set<LegacyDoc>()
  const counts: Record<string, number> = {}
  for (const dirt of DIRT.filter((kind) => kind.collection === collection)) {
    const wanted = Math.max(dirt.least, Math.round(dirt.count * scale))
    let done = 0
    for (const [turn, doc] of random.sample(docs, docs.length).entries()) {
      if (done === wanted) break
      const families = touched.get(doc)
      if (!families || families.has(familyOf(dirt)) || (isSpoiling(dirt) && spoilt.has(doc))) continue
      const before = EJSON.stringify(doc)
      dirt.soil(doc, {
        random,
        now,
        turn: dirt.least > 1 ? done : turn,
        partner: () => random.pick(docs.filter((other) => other !== doc && hasMail(other))),
      })
      // What the shape left as it was (a search without towns) is no dirt.
      if (EJSON.stringify(doc) === before) continue
      families.add(familyOf(dirt))
      if (isSpoiling(dirt)) spoilt.add(doc)
      done += 1
    }
    counts[`${collection}/${dirt.name}`] = done
  }
  return { docs, spoilt, counts }
}
