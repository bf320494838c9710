import { BrowserClient, defaultStackParser, makeFetchTransport, Scope } from '@sentry/browser'
import { withoutPeople } from '#server/adapters/sentry/sentry.words.ts'

type Settings = { dsn: string | null; environment: string }

const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && 'dsn' in value && 'environment' in value

/** Where errors go is known to the server alone, so that one build serves every installation. */
async function readSettings(): Promise<Settings | null> {
  const response = await fetch('/api/monitoring')
  const settings: unknown = response.ok ? await response.json() : null
  return isSettings(settings) ? settings : null
}

/** Reports to Sentry, without the people in it. Null where no Sentry is set up. */
export async function startReporter(): Promise<((problem: { error: unknown; message: string }) => void) | null> {
  const settings = await readSettings()
  if (!settings?.dsn) return null
  const client = new BrowserClient({
    dsn: settings.dsn,
    environment: settings.environment,
    transport: makeFetchTransport,
    stackParser: defaultStackParser,
    integrations: [],
    sendDefaultPii: false,
    beforeSend: withoutPeople,
  })
  const scope = new Scope()
  scope.setClient(client)
  scope.setTag('role', 'browser')
  client.init()
  return ({ error, message }) => {
    // The path tells which page; queries and hashes may hold what people typed.
    scope.setTag('page', window.location.pathname.replace(/[0-9a-f-]{16,}|[\w-]{20,}/gi, ':id'))
    if (error) scope.captureException(error)
    else scope.captureMessage(message, 'error')
  }
}
