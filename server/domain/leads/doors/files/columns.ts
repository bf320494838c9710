import { FIELD_SAID, type FieldName, type Fields } from '../doors.words.ts'
import { fieldOf } from '../letter-formats/labels.ts'

/** Which field each column holds, in the order of the columns; null for a column that is left alone. */
export type ColumnMapping = (FieldName | null)[]

/** By the headings, as people name them; the first column of a name has it. */
export function guessColumns(headings: readonly string[]): ColumnMapping {
  const taken = new Set<FieldName>()
  return headings.map((heading) => {
    const field = Object.keys(FIELD_SAID).find((name): name is FieldName => name === heading) ?? fieldOf(heading)
    if (!field || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** One row as named texts. */
export function fieldsOfRow(row: readonly string[], mapping: ColumnMapping): Fields {
  const fields: Fields = {}
  for (const [index, field] of mapping.entries()) {
    const value = row[index]?.trim()
    if (field && value) fields[field] = value
  }
  return fields
}
