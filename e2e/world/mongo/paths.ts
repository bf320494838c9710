import { type Doc, isDoc } from './values.ts'

/** Everything a dotted path reaches. Arrays are entered both by index and by element, as MongoDB does. */
export function valuesAt(doc: Doc, path: string): unknown[] {
  if (!path.includes('.')) return path in doc ? [doc[path]] : []
  const found: unknown[] = []
  const walk = (value: unknown, parts: string[]): void => {
    const [head, ...rest] = parts
    if (head === undefined) {
      found.push(value)
      return
    }
    if (Array.isArray(value)) {
      if (/^\d+$/.test(head) && Number(head) < value.length) walk(value[Number(head)], rest)
      for (const item of value) if (isDoc(item) && head in item) walk(item[head], rest)
    } else if (isDoc(value) && head in value) walk(value[head], rest)
  }
  walk(doc, path.split('.'))
  return found
}

/** The values themselves and, where a value is an array, each of its elements. */
export const withElements = (values: unknown[]) =>
  values.flatMap((value) => (Array.isArray(value) ? [value, ...value] : [value]))
