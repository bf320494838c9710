import { parseArgs } from 'node:util'
import { createMarket } from '#world/legacy/market.ts'
import { readSettings } from '#world/settings.ts'
import { LEGACY_DATABASE } from '#world/world.ts'
import { runOnce } from './once.ts'
import { type Demo, startDemo } from './start.ts'

const { values } = parseArgs({
  options: { once: { type: 'boolean' }, fresh: { type: 'boolean' }, dev: { type: 'boolean' } },
})
const startedAt = performance.now()
const tell = (line: string) => {
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}\n`)
}

const MARKET_EVERY_MS = 45_000
const MARKET_MOVES = 6

function welcome({ world, accounts, password }: Demo) {
  const { APP_URL } = world.environment
  const rows = accounts.map(({ role, email, fullName }) => `    ${role.padEnd(9)} ${email.padEnd(44)} ${fullName}`)
  process.stdout.write(
    `\n  Palmetto is running.\n\n    The app        ${APP_URL}\n    Mail inbox     ${world.inbox.url}\n    Alarms         ${world.alarms.url}\n\n  Sign in with the password ${password} as\n${rows.join('\n')}\n\n  Homes change in the legacy database every ${MARKET_EVERY_MS / 1000} seconds; alerts run every 15 minutes, or from Operations.\n  Ctrl-C stops everything; the next start goes on with the same data (--fresh starts over).\n\n`,
  )
}

async function keepTheMarketMoving({ world }: Demo) {
  const db = world.legacy.db(LEGACY_DATABASE)
  const market = createMarket({ db, seed: 7, photoOrigin: world.environment.PHOTO_ORIGIN })
  return setInterval(() => {
    market
      .move({ now: new Date(), moves: MARKET_MOVES })
      .catch((error: unknown) => tell(`The market stumbled: ${error}`))
  }, MARKET_EVERY_MS)
}

async function main() {
  if (values.once) {
    const demo = await startDemo(readSettings('.data/once'), { fresh: true, durable: false, tell })
    try {
      const report = await runOnce(demo, startedAt)
      process.stdout.write(`${JSON.stringify(report)}\n`)
      return report.differences.length === 0 && report.planned === report.inbox && report.planned > 0 ? 0 : 1
    } finally {
      await demo.stop()
    }
  }
  const demo = await startDemo(readSettings(), { fresh: values.fresh ?? false, dev: values.dev ?? false, tell })
  welcome(demo)
  const moving = await keepTheMarketMoving(demo)
  const signal = await new Promise<string>((resolve) => {
    process.once('SIGINT', () => resolve('SIGINT'))
    process.once('SIGTERM', () => resolve('SIGTERM'))
    for (const [name, { exited }] of Object.entries(demo.processes))
      void exited.then(() => resolve(`the ${name} ended`))
  })
  clearInterval(moving)
  tell(`Stopping everything (${signal})`)
  await demo.stop()
  return signal.startsWith('the ') ? 1 : 0
}

try {
  process.exit(await main())
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
