import { PeerError } from './errors.ts'
import { type Doc, isDoc, kindOf, numberOf } from './values.ts'

/** A command's document argument; absent means empty. */
export function docOf(value: unknown, name: string): Doc {
  if (value === undefined || value === null) return {}
  if (!isDoc(value)) throw new PeerError(9, `${name} must be an object`)
  return value
}

export const optionalDoc = (value: unknown, name: string) => (value === undefined ? undefined : docOf(value, name))

export function docsOf(value: unknown, name: string): Doc[] {
  if (!Array.isArray(value)) throw new PeerError(9, `${name} must be an array`)
  return value.map((item) => docOf(item, name))
}

/** A number argument, or what to take when it is absent. */
export function countOf(value: unknown, absent: number): number {
  return kindOf(value) === 'number' ? numberOf(value) : absent
}

export const isTrue = (value: unknown) => value === true || (kindOf(value) === 'number' && numberOf(value) !== 0)
