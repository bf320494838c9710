import type { ErrorEvent } from '@sentry/browser'
import { withoutPersonalData } from '#server/privacy.words.ts'

/** Fields that hold what people typed or are called, whatever is in them. */
const PERSONAL =
  /mail|phone|recipient|full_?name|first_?name|last_?name|password|token|cookie|authorization|secret|body|query|subject|^html$|^text$|address/i
const MAX_DEPTH = 6

function scrubbed(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutPersonalData(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH) return '[removed]'
  if (Array.isArray(value)) return value.map((item) => scrubbed(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, PERSONAL.test(key) ? '[removed]' : scrubbed(item, depth + 1)]),
  )
}

const scrubbedRecord = <T extends object>(record: T): T => Object.assign({}, record, scrubbed(record))

const pathOf = (url: string) => withoutPersonalData(url.split(/[?#]/)[0] ?? '')

/** The failure of the day, made on purpose: its alarm goes to Sentry by itself, and its error must not look like trouble. */
export const isDrill = ({ exception, contexts }: ErrorEvent) =>
  exception?.values?.some(({ type }) => type === 'FireDrill') === true || contexts?.pino?.error === 'FireDrill'

/** Nothing about a person leaves the house in an error: no addresses, names, cookies, bodies, queries or variables. */
export function withoutPeople<T extends ErrorEvent>(event: T): T {
  const { user: _user, breadcrumbs: _breadcrumbs, server_name: _server, ...rest } = event
  const kept: Omit<T, 'user' | 'breadcrumbs' | 'server_name'> = rest
  const exception = event.exception && {
    values: event.exception.values?.map((one) => ({
      ...one,
      value: one.value === undefined ? undefined : withoutPersonalData(one.value),
      stacktrace: one.stacktrace && {
        ...one.stacktrace,
        frames: one.stacktrace.frames?.map(({ vars: _vars, ...frame }) => frame),
      },
    })),
  }
  return Object.assign({}, event, kept, {
    user: undefined,
    breadcrumbs: undefined,
    server_name: undefined,
    message: event.message === undefined ? undefined : withoutPersonalData(event.message),
    logentry: undefined,
    transaction: event.transaction === undefined ? undefined : pathOf(event.transaction),
    exception,
    request: event.request && {
      method: event.request.method,
      url: event.request.url === undefined ? undefined : pathOf(event.request.url),
    },
    extra: event.extra && scrubbedRecord(event.extra),
    tags: event.tags && scrubbedRecord(event.tags),
    contexts: event.contexts && scrubbedRecord(event.contexts),
  })
}
