import { STREAMS } from '#server/domain/legacy/legacy.words.ts'

type Stream = (typeof STREAMS)[number]

/** One document of the old system. */
export type Opened = { stream: Stream; sourceId: string }
/** What the address of the page holds. */
export type QuarantineFilters = { stream?: Stream; reason?: string; opened?: Opened }

type Params = { get(key: string): string | null }

const LONGEST = { reason: 60, sourceId: 600 }
const isUsable = (text: string | undefined, longest: number): text is string =>
  text !== undefined && text.length > 0 && text.length <= longest && !text.includes('\u0000')

const streamOf = (name: string | null | undefined) => STREAMS.find((stream) => stream === name)

function openedOf(value: string | null): Opened | undefined {
  const at = value?.indexOf('/') ?? -1
  const stream = streamOf(value?.slice(0, at))
  const sourceId = value?.slice(at + 1)
  return at > 0 && stream && isUsable(sourceId, LONGEST.sourceId) ? { stream, sourceId } : undefined
}

/** Page address -> filters. A value that makes no sense counts as not there. */
export function readFilters(params: Params): QuarantineFilters {
  const stream = streamOf(params.get('stream'))
  const reason = params.get('reason') ?? undefined
  const opened = openedOf(params.get('document'))
  return {
    ...(stream ? { stream } : {}),
    ...(isUsable(reason, LONGEST.reason) ? { reason } : {}),
    ...(opened ? { opened } : {}),
  }
}

/** Filters -> page address. */
export function hrefOf({ stream, reason, opened }: QuarantineFilters): string {
  const query = new URLSearchParams({
    ...(stream ? { stream } : {}),
    ...(reason ? { reason } : {}),
    ...(opened ? { document: `${opened.stream}/${opened.sourceId}` } : {}),
  })
  return query.size > 0 ? `/operations/legacy?${query}` : '/operations/legacy'
}
