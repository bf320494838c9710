import type { CollectionProfile, SourceCheck } from '#server/adapters/mongo/mongo.check.ts'
import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { refusalLabel } from '../legacy.words.ts'
import { transformContact } from '../sync/contacts.transform.ts'
import { fieldsOf } from '../sync/fields.ts'
import { transformListing } from '../sync/listings.transform.ts'
import { transformSearch } from '../sync/searches.transform.ts'
import { isRefusal } from '../sync/transform.ts'

const number = (count: number) => count.toLocaleString('en-US')
const percent = (part: number, whole: number) => `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`

/** Agents need our offices to be judged; the others are judged by their documents alone. */
const TRANSFORMS: Record<string, (document: SourceDocument) => object> = {
  contacts: transformContact,
  listings: transformListing,
  savedSearches: transformSearch,
}

/** How often each value occurs, most often first. */
function tally(values: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
}

const ID_TYPES: Record<string, string> = { o: 'ObjectId', s: 'text', n: 'number', x: 'other' }

function refusalsIn({ name, sample }: CollectionProfile): [string, number][] {
  const transform = TRANSFORMS[name]
  return transform
    ? tally(
        sample.flatMap((document) => {
          const result = transform(document)
          return isRefusal(result) ? [refusalLabel(result.reason)] : []
        }),
      )
    : []
}

/** Fields that are written in more than one type: what five years of hands have left. */
function mixedIn({ sample }: CollectionProfile): string[] {
  const types = new Map<string, [string, number][]>()
  for (const [key, count] of tally(
    sample.flatMap((one) => fieldsOf(one).map(({ path, type }) => `${path}\n${type}`)),
  )) {
    const [path = '', type = ''] = key.split('\n')
    types.set(path, [...(types.get(path) ?? []), [type, count]])
  }
  return [...types].flatMap(([path, kinds]) =>
    kinds.length > 1 ? [`${path}: ${kinds.map(([type, count]) => `${type} ${number(count)}`).join(', ')}`] : [],
  )
}

function profileLines(profile: CollectionProfile): string[] {
  const { name, documents, hasIndexOnDate, undated, sample, indexes } = profile
  const ids = tally(sample.map(({ sourceId }) => ID_TYPES[sourceId.slice(0, 1)] ?? 'other'))
  const refusals = refusalsIn(profile)
  const list = (title: string, lines: string[]) =>
    lines.length > 0 ? [`  ${title}`, ...lines.map((line) => `    ${line}`)] : []
  return [
    `${name}: ${number(documents)} documents; looked at the last ${number(sample.length)}`,
    `  indexes: ${indexes.join(' | ')}`,
    `  changes can ${hasIndexOnDate ? 'be followed by an index' : 'NOT be followed: no index begins with updatedAt'}`,
    `  without a usable date: ${number(undated)} (${percent(undated, documents)})`,
    `  ids: ${ids.map(([type, count]) => `${type} ${number(count)}`).join(', ') || 'none'}`,
    ...list(
      'would be put aside',
      refusals.map(([label, count]) => `${label}: ${number(count)} (${percent(count, sample.length)})`),
    ),
    ...list('fields in more than one type', mixedIn(profile)),
  ]
}

/** What a check of an old system has found, for people. No value of any document stands in it. */
export function reportOf({ version, clockAheadMs, probes, collections }: SourceCheck): string {
  const seconds = Math.round(clockAheadMs / 1000)
  const clock =
    seconds === 0 ? 'tells our time' : `is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} ours`
  return [
    `MongoDB ${version}; its clock ${clock}. Nothing was written.`,
    '',
    ...probes.map(
      ({ name, problem, ms }) =>
        `${problem ? 'FAILED' : 'ok    '} ${name} (${Math.round(ms)} ms)${problem ? `: ${problem}` : ''}`,
    ),
    '',
    ...collections.flatMap((profile) => [...profileLines(profile), '']),
  ].join('\n')
}
