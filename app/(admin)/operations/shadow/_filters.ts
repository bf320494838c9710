import { CAUSES, type Cause } from '#server/domain/legacy/shadow/shadow.words.ts'

/** What the address of the page holds. */
export type ShadowFilters = { day?: string; cause?: Cause; opened?: string }

type Params = { get(key: string): string | null }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** Page address -> filters. A value that makes no sense counts as not there. */
export function readFilters(params: Params): ShadowFilters {
  const [day, opened] = [params.get('day'), params.get('difference')]
  const cause = CAUSES.find((name) => name === params.get('cause'))
  return {
    ...(isDay(day) ? { day } : {}),
    ...(cause ? { cause } : {}),
    ...(opened && UUID.test(opened) ? { opened } : {}),
  }
}

/** Filters -> page address. */
export function hrefOf({ day, cause, opened }: ShadowFilters): string {
  const query = new URLSearchParams({
    ...(day ? { day } : {}),
    ...(cause ? { cause } : {}),
    ...(opened ? { difference: opened } : {}),
  })
  return query.size > 0 ? `/operations/shadow?${query}` : '/operations/shadow'
}
