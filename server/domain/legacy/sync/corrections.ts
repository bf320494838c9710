import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { isRecord, textOf } from './text.values.ts'

/** What a value of the old system is to be read as. Values are JSON in a text. */
export type Correction = {
  /** In this document alone; null wherever the word stands. */
  sourceId: string | null
  path: string
  original: string
  value: string
}

const stepsOf = (path: string) => path.split('.')

/** A value as JSON; what is absent is null. */
export const jsonOf = (value: unknown): string => JSON.stringify(value) ?? 'null'

/** What stands at a path like "address.zip" or "photos.0". */
export function valueAt(fields: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return /^\d+$/.test(step) ? value[Number(step)] : undefined
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }, fields)
}

function withValue(fields: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(fields) && /^\d+$/.test(step) && Number(step) < fields.length) {
    return fields.with(Number(step), withValue(fields[Number(step)], rest, value))
  }
  const record = isRecord(fields) ? fields : {}
  // As an own field, whatever it is called: "__proto__" came from the old system too.
  return Object.fromEntries([
    ...Object.entries(record).filter(([name]) => name !== step),
    [step, withValue(Object.hasOwn(record, step) ? record[step] : undefined, rest, value)],
  ])
}

const spelled = (text: string) => text.trim().toLowerCase()

/** A word stands for itself in whatever case it is typed; a correction of one document means exactly what stood there. */
function isMeant({ sourceId, path, original }: Correction, document: SourceDocument): boolean {
  const here = valueAt(document.fields, path)
  if (sourceId !== null) return sourceId === document.sourceId && jsonOf(here) === original
  const [word, wanted] = [textOf(here), textOf(JSON.parse(original))]
  return word !== null && wanted !== null && spelled(word) === spelled(wanted)
}

export type Corrected = { document: SourceDocument; used: Correction[] }

/** The document as an admin reads it. One for this document comes before one for a word. */
export function correct(document: SourceDocument, corrections: readonly Correction[]): Corrected {
  const meant = corrections.filter((one) => isMeant(one, document))
  const used = [...new Map(meant.toSorted(wordsFirst).map((one) => [one.path, one])).values()]
  const fields = used.reduce<unknown>(
    (all, { path, value }) => withValue(all, stepsOf(path), JSON.parse(value)),
    document.fields,
  )
  return used.length > 0 && isRecord(fields) ? { document: { ...document, fields }, used } : { document, used: [] }
}

const wordsFirst = (a: Correction, b: Correction) => Number(a.sourceId !== null) - Number(b.sourceId !== null)
