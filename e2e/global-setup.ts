import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '#demo/start.ts'
import { freePort } from '#world/ports.ts'
import { portNames, type WorldPorts, type WorldSettings } from '#world/settings.ts'

/** One world for all journeys: the production build, the real worker, real mails. */
export default async function setup() {
  const dataDir = await mkdtemp(join(tmpdir(), 'palmetto-browser-'))
  const ports = Object.fromEntries(
    await Promise.all(portNames.map(async (name) => [name, await freePort()])),
  ) as WorldPorts
  const settings: WorldSettings = {
    dataDir,
    distDir: process.env.NEXT_DIST_DIR ?? '.next-test',
    ports,
    legacyMongoUrl: null,
  }
  const tell = (line: string) => process.stdout.write(`  ${line}\n`)
  const demo = await startDemo(settings, { fresh: false, durable: false, tell })

  process.env.PALMETTO_TEST_WORLD = JSON.stringify({
    settings,
    environment: demo.world.environment,
    accounts: demo.accounts,
    password: demo.password,
  })
  Object.assign(process.env, demo.world.environment)
  return async () => {
    await demo.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
