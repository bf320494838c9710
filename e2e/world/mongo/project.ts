import { PeerError } from './errors.ts'
import { type Doc, isDoc, kindOf, numberOf } from './values.ts'

const isOn = (value: unknown) => (kindOf(value) === 'number' ? numberOf(value) !== 0 : value === true)

const below = (paths: string[], field: string) =>
  paths.filter((path) => path.startsWith(`${field}.`)).map((path) => path.slice(field.length + 1))

function include(value: unknown, paths: string[]): unknown {
  if (Array.isArray(value)) return value.filter(isDoc).map((item) => include(item, paths))
  if (!isDoc(value)) return undefined
  const kept: Doc = {}
  for (const [field, item] of Object.entries(value)) {
    const deeper = below(paths, field)
    if (paths.includes(field)) kept[field] = item
    else if (deeper.length && (isDoc(item) || Array.isArray(item))) kept[field] = include(item, deeper)
  }
  return kept
}

function exclude(value: unknown, paths: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => exclude(item, paths))
  if (!isDoc(value)) return value
  const kept: Doc = {}
  for (const [field, item] of Object.entries(value)) {
    if (paths.includes(field)) continue
    const deeper = below(paths, field)
    kept[field] = deeper.length ? exclude(item, deeper) : item
  }
  return kept
}

/** A document with only the wanted fields, or without the unwanted ones. */
export function projectDoc(doc: Doc, spec: Doc | undefined): Doc {
  const entries = Object.entries(spec ?? {})
  if (!entries.length) return doc
  const odd = entries.find(([, value]) => !['number', 'bool'].includes(kindOf(value)))
  if (odd) throw new PeerError(2, `this peer knows no projection like ${odd[0]}`)
  const fields = entries.filter(([path]) => path !== '_id')
  const wanted = fields.filter(([, value]) => isOn(value)).map(([path]) => path)
  const withId = spec?._id === undefined || isOn(spec._id)
  const onlyId = !fields.length && withId
  if (wanted.length && wanted.length !== fields.length)
    throw new PeerError(2, 'Projection cannot have a mix of inclusion and exclusion.')
  const result =
    wanted.length || onlyId
      ? include(doc, withId ? ['_id', ...wanted] : wanted)
      : exclude(doc, [...fields.map(([path]) => path), ...(withId ? [] : ['_id'])])
  return isDoc(result) ? result : {}
}
