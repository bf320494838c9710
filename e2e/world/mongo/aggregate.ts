import { Int32 } from 'bson'
import { compareValues } from './compare.ts'
import { PeerError } from './errors.ts'
import { checkFilter, matches } from './match.ts'
import { valuesAt } from './paths.ts'
import { projectDoc } from './project.ts'
import { sortDocs } from './sort.ts'
import { type Doc, isDoc, keyOf, kindOf, numberOf } from './values.ts'

/** `"$field"` reads the field; any other value stands for itself. */
function evaluate(doc: Doc, expression: unknown): unknown {
  if (typeof expression === 'string' && expression.startsWith('$')) return valuesAt(doc, expression.slice(1))[0] ?? null
  if (isDoc(expression)) throw new PeerError(9, 'this peer computes no expressions')
  return expression
}

function accumulate(docs: Doc[], field: string, spec: unknown): unknown {
  const [operator, expression] = isDoc(spec) ? (Object.entries(spec)[0] ?? []) : []
  const values = docs.map((doc) => evaluate(doc, expression)).filter((value) => kindOf(value) !== 'null')
  if (operator === '$sum')
    return values.filter((v) => kindOf(v) === 'number').reduce<number>((sum, v) => sum + numberOf(v), 0)
  if (operator === '$max') return values.reduce((a, b) => (compareValues(a, b) >= 0 ? a : b), null)
  if (operator === '$min') return values.reduce((a, b) => (a !== null && compareValues(a, b) <= 0 ? a : b), null)
  throw new PeerError(9, `this peer knows no accumulator ${operator} for ${field}`)
}

function group(docs: Doc[], spec: Doc): Doc[] {
  const { _id: by, ...fields } = spec
  const groups = new Map<string, { _id: unknown; docs: Doc[] }>()
  for (const doc of docs) {
    const _id = evaluate(doc, by)
    const known = groups.get(keyOf(_id))
    if (known) known.docs.push(doc)
    else groups.set(keyOf(_id), { _id, docs: [doc] })
  }
  return [...groups.values()].map(({ _id, docs: members }) => ({
    _id,
    ...Object.fromEntries(Object.entries(fields).map(([field, rule]) => [field, accumulate(members, field, rule)])),
  }))
}

function runStage(docs: Doc[], stage: Doc): Doc[] {
  const [[operator, spec] = []] = Object.entries(stage)
  if (operator === '$skip') return docs.slice(numberOf(spec))
  if (operator === '$limit') return docs.slice(0, numberOf(spec))
  if (operator === '$count') return docs.length ? [{ [String(spec)]: new Int32(docs.length) }] : []
  if (!isDoc(spec)) throw new PeerError(9, `${operator} needs an object`)
  if (operator === '$match') {
    checkFilter(spec)
    return docs.filter((doc) => matches(doc, spec))
  }
  if (operator === '$sort') return sortDocs(docs, spec).docs
  if (operator === '$project') return docs.map((doc) => projectDoc(doc, spec))
  if (operator === '$group') return group(docs, spec)
  throw new PeerError(40324, `Unrecognized pipeline stage name: '${operator}'`)
}

/** The few pipeline stages that counting and reporting need. */
export const aggregate = (docs: Iterable<Doc>, pipeline: Doc[]): Doc[] => pipeline.reduce(runStage, [...docs])
