import { parse } from 'csv-parse/sync'
import { DomainError } from '#server/errors.ts'

export const MOST_ROWS = 10_000
const MOST_COLUMNS = 60
const DELIMITERS = [',', ';', '\t', '|'] as const

export type LeadFile = { headings: string[]; rows: string[][] }

/** What stands most often in the first line is what parts the columns. */
const delimiterOf = (content: string): string => {
  const [head = ''] = content.slice(0, 10_000).split('\n')
  const counted = DELIMITERS.map((sign) => ({ sign, count: head.split(sign).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}

/** A file of leads: the first line names the columns. Refuses, in words, what is none. */
export function readFile(content: string): LeadFile {
  let lines: string[][]
  try {
    lines = parse(content, {
      ...{ bom: true, delimiter: delimiterOf(content), relax_column_count: true, skip_empty_lines: true },
      ...{ relax_quotes: true, trim: true, to: MOST_ROWS + 2 },
    })
  } catch {
    throw new DomainError('BAD_REQUEST', 'This can not be read as a table. Save it as CSV, and choose it again.')
  }
  const [headings, ...rows] = lines
  if (!headings || rows.length === 0) {
    throw new DomainError('BAD_REQUEST', 'There is no row below the headings in this file.')
  }
  if (headings.length > MOST_COLUMNS) throw new DomainError('BAD_REQUEST', `At most ${MOST_COLUMNS} columns.`)
  if (rows.length > MOST_ROWS) {
    throw new DomainError('BAD_REQUEST', `At most ${MOST_ROWS.toLocaleString('en-US')} rows at once. Split the file.`)
  }
  return { headings, rows: rows.filter((row) => row.some((cell) => cell !== '')) }
}
