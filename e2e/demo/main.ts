import { parseArgs } from 'node:util'
import { createMarket } from '#world/legacy/market.ts'
import { readSettings, type WorldSettings } from '#world/settings.ts'
import { LEGACY_DATABASE } from '#world/world.ts'
import { createBuyers } from './buyers.ts'
import { createOldEngine } from './old-engine.ts'
import { runOnce } from './once.ts'
import { createPortal } from './portal.ts'
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
/** The old engine looks so often at what has changed. */
const OLD_ENGINE_EVERY_MS = 5 * 60_000
/** A portal has a lead for us so often. */
const LEAD_EVERY_MS = 4 * 60_000

function welcome({ world, accounts, password }: Demo) {
  const { APP_URL } = world.environment
  const rows = accounts.map(({ role, email, fullName }) => `    ${role.padEnd(9)} ${email.padEnd(44)} ${fullName}`)
  process.stdout.write(
    `\n  Palmetto is running.\n\n    The app        ${APP_URL}\n    Mail inbox     ${world.inbox.url}\n    Alarms         ${world.alarms.url}\n    Slack          ${world.slack.url}/desk\n    The old site   ${world.oldSite.url}\n\n  Sign in with the password ${password} as\n${rows.join('\n')}\n\n  Homes change in the legacy database every ${MARKET_EVERY_MS / 1000} seconds; alerts run every 15 minutes, or from Operations. A portal sends a lead every ${LEAD_EVERY_MS / 60_000} minutes.\n  Ctrl-C stops everything; the next start goes on with the same data (--fresh starts over).\n\n`,
  )
}

async function keepTheMarketMoving({ world, db: own }: Demo) {
  const db = world.legacy.db(LEGACY_DATABASE)
  const market = createMarket({ db, seed: 7, photoOrigin: world.environment.PHOTO_ORIGIN })
  const buyers = createBuyers({ appUrl: world.environment.APP_URL, inbox: world.inbox, seed: 11 })
  const oldEngine = createOldEngine(db)
  const { APP_URL, NEXTAUTH_SECRET } = world.environment
  const portal = createPortal({ db: own, appUrl: APP_URL, secret: NEXTAUTH_SECRET, seed: 13 })
  const lead = () => portal.send().catch((error: unknown) => tell(`The portal stumbled: ${error}`))
  const tick = () =>
    oldEngine.tick(new Date()).catch((error: unknown) => tell(`The old alert engine stumbled: ${error}`))
  await Promise.all([tick(), lead()])
  const moving = setInterval(() => {
    buyers.move().catch((error: unknown) => tell(`The buyers stumbled: ${error}`))
    market
      .move({ now: new Date(), moves: MARKET_MOVES })
      .catch((error: unknown) => tell(`The market stumbled: ${error}`))
  }, MARKET_EVERY_MS)
  const alerting = setInterval(tick, OLD_ENGINE_EVERY_MS)
  const asking = setInterval(lead, LEAD_EVERY_MS)
  return () => {
    clearInterval(moving)
    clearInterval(alerting)
    clearInterval(asking)
  }
}

const interrupted = new Promise<string>((resolve) => {
  process.on('SIGINT', () => resolve('SIGINT'))
  process.on('SIGTERM', () => resolve('SIGTERM'))
})

/** Starts the demo; Ctrl-C in the middle of it stops what was started so far. */
async function start(settings: WorldSettings, options: { fresh: boolean; durable?: boolean; dev?: boolean }) {
  let stopWhatRuns = async () => {}
  let isUp = false
  void interrupted.then(async (signal) => {
    if (isUp) return
    tell(`Stopping everything (${signal})`)
    await stopWhatRuns()
    process.exit(130)
  })
  const onStop = (stop: () => Promise<void>) => {
    stopWhatRuns = stop
  }
  const demo = await startDemo(settings, { ...options, tell, onStop })
  isUp = true
  return demo
}

async function main() {
  if (values.once) {
    const demo = await start(readSettings('.data/once'), { fresh: true, durable: false })
    try {
      const givenUp = interrupted.then((): never => {
        throw new Error('Stopped before the round was over.')
      })
      const report = await Promise.race([runOnce(demo, startedAt), givenUp])
      process.stdout.write(`${JSON.stringify(report)}\n`)
      return report.differences.length === 0 && report.planned === report.inbox && report.planned > 0 ? 0 : 1
    } finally {
      await demo.stop()
    }
  }
  const demo = await start(readSettings(), { fresh: values.fresh ?? false, dev: values.dev ?? false })
  welcome(demo)
  const stopMoving = await keepTheMarketMoving(demo)
  const ended = Object.entries(demo.processes).map(async ([name, { exited }]) => {
    await exited
    return `the ${name} ended`
  })
  const signal = await Promise.race([interrupted, ...ended])
  stopMoving()
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
