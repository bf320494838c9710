import { Double, Int32, Long, ObjectId } from 'bson'
import { sameValue } from './compare.ts'
import { PeerError } from './errors.ts'
import { isOperators } from './match.ts'
import { type Doc, isDoc, kindOf, numberOf } from './values.ts'

type Options = { inserting: boolean; now: Date }
const OPERATORS = ['$set', '$unset', '$inc', '$setOnInsert', '$currentDate']

function addNumbers(a: unknown, b: unknown): unknown {
  const sum = numberOf(a) + numberOf(b)
  if (a instanceof Long && b instanceof Long) return a.add(b)
  const whole = [a, b].every((value) => value instanceof Int32 || value instanceof Long)
  if (!whole) return new Double(sum)
  return Math.abs(sum) < 2 ** 31 ? new Int32(sum) : Long.fromNumber(sum)
}

/** The document that holds the last part of a path, made on the way when asked for. */
function holderOf(doc: Doc, parts: string[], create: boolean): Doc | undefined {
  let holder = doc
  for (const part of parts.slice(0, -1)) {
    if (holder[part] === undefined) {
      if (!create) return undefined
      holder[part] = {}
    }
    const next = holder[part]
    if (!isDoc(next)) throw new PeerError(28, `Cannot create field in element ${part} of type ${kindOf(next)}`)
    holder = next
  }
  return holder
}

function applyOne(doc: Doc, operator: string, path: string, value: unknown, now: Date): void {
  const parts = path.split('.')
  const field = parts.at(-1) ?? path
  const holder = holderOf(doc, parts, operator !== '$unset')
  if (!holder) return
  if (operator === '$unset') delete holder[field]
  else if (operator === '$currentDate') holder[field] = now
  else if (operator === '$inc') {
    const current = holder[field] ?? new Int32(0)
    if (kindOf(value) !== 'number' || kindOf(current) !== 'number')
      throw new PeerError(14, `Cannot apply $inc to a value of non-numeric type in ${path}`)
    holder[field] = addNumbers(current, value)
  } else holder[field] = value
}

function replace(doc: Doc, update: Doc): Doc {
  if ('_id' in update && '_id' in doc && !sameValue(update._id, doc._id))
    throw new PeerError(66, "the (immutable) field '_id' was found to have been altered")
  const { _id, ...rest } = update
  return { _id: doc._id ?? _id, ...rest }
}

/** A changed copy of `doc`, which must be the caller's own: by operators, or a whole replacement. */
export function updateDoc(doc: Doc, update: Doc, { inserting, now }: Options): Doc {
  if (!isOperators(update)) return replace(doc, update)
  const touched: string[] = []
  for (const [operator, fields] of Object.entries(update)) {
    if (!OPERATORS.includes(operator)) throw new PeerError(9, `Unknown modifier: ${operator}`)
    if (!isDoc(fields)) throw new PeerError(9, `Modifiers operate on fields, but ${operator} has none`)
    for (const [path, value] of Object.entries(fields)) {
      if (touched.some((other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`)))
        throw new PeerError(40, `Updating the path '${path}' would create a conflict at '${path}'`)
      touched.push(path)
      if (path === '_id' && !inserting && !sameValue(value, doc._id))
        throw new PeerError(66, "Performing an update on the path '_id' would modify the immutable field '_id'")
      if (operator !== '$setOnInsert' || inserting) applyOne(doc, operator, path, value, now)
    }
  }
  return doc
}

/** What an upsert starts from: the filter's equalities. */
function seedOf(filter: Doc, seed: Doc = {}): Doc {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDoc(part)) seedOf(part, seed)
    } else if (!key.startsWith('$')) {
      const value = isOperators(condition) ? condition.$eq : condition
      if (value !== undefined) applyOne(seed, '$set', key, value, new Date(0))
    }
  }
  return seed
}

export function upsertedDoc(filter: Doc, update: Doc, now: Date): Doc {
  const { _id, ...rest } = updateDoc(seedOf(filter), update, { inserting: true, now })
  return { _id: _id ?? new ObjectId(), ...rest }
}
