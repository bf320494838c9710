import { parseArgs } from 'node:util'
import { testEnvironment } from '#server/testing/environment.ts'
import type { Bench } from './bench.ts'

const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  alerts: () => import('./alerts/alerts.bench.ts'),
  contacts: () => import('./contacts/contacts.bench.ts'),
  crashes: () => import('./crashes.bench.ts'),
  feed: () => import('./feed.bench.ts'),
  'page-speed': () => import('./speed/speed.bench.ts'),
  leads: () => import('./leads/leads.bench.ts'),
  kills: () => import('./kills/kills.bench.ts'),
  parity: () => import('./parity/parity.bench.ts'),
  sync: () => import('./sync/sync.bench.ts'),
  'sync-kills': () => import('./sync/kills.bench.ts'),
  'tick-after-a-year': () => import('./year/year.bench.ts'),
  'pages-under-jobs': () => import('./pages/pages.bench.ts'),
  'provider-faults': () => import('./provider-faults.bench.ts'),
  webhooks: () => import('./webhooks/webhooks.bench.ts'),
}

const { values, positionals } = parseArgs({ options: { full: { type: 'boolean' } }, allowPositionals: true })
const [name = ''] = positionals
const load = benches[name]
if (!load) {
  process.stderr.write(`npm run bench -- <name> [--full]; a name is one of: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}
// A benchmark starts its own world; nothing of the caller's is touched.
Object.assign(process.env, testEnvironment, { DATABASE_POOL: '10' })

const started = performance.now()
const tell = (line: string) => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}\n`)
}
let missed = 0
try {
  const { bench } = await load()
  await bench({
    full: values.full ?? false,
    tell,
    show: (figure) => {
      if (!figure.ok && !figure.later) missed += 1
      process.stdout.write(`${JSON.stringify({ ...figure, name: `${name}: ${figure.name}` })}\n`)
    },
  })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  missed += 1
}
process.exit(missed === 0 ? 0 : 1)
