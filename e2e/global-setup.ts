import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Sign, startDemo } from '#demo/start.ts'
import type { WorldEnvironment } from '#world/environment.ts'
import { freePorts, type WorldSettings } from '#world/settings.ts'
import { launchOptions } from './browser.ts'
import { startControl } from './control.ts'

export type TestWorld = {
  environment: WorldEnvironment
  accounts: Sign[]
  password: string
  controlUrl: string
  inboxUrl: string
  alarmsUrl: string
  oldSiteUrl: string
  browser: Awaited<ReturnType<typeof launchOptions>>
}

/** One world for all journeys: the production build, the real worker, real mails. */
export default async function setup() {
  const dataDir = await mkdtemp(join(tmpdir(), 'palmetto-browser-'))
  const settings: WorldSettings = {
    dataDir,
    distDir: process.env.NEXT_DIST_DIR ?? '.next-test',
    ports: await freePorts(),
    legacyMongoUrl: null,
  }
  const tell = (line: string) => process.stdout.write(`  ${line}\n`)
  const demo = await startDemo(settings, { fresh: false, durable: false, tell })

  const control = await startControl(demo, settings)
  const { environment, inbox, alarms, oldSite } = demo.world
  const world: TestWorld = {
    environment,
    accounts: demo.accounts,
    password: demo.password,
    controlUrl: control.url,
    inboxUrl: inbox.url,
    alarmsUrl: alarms.url,
    oldSiteUrl: oldSite.url,
    browser: await launchOptions(),
  }
  process.env.PALMETTO_TEST_WORLD = JSON.stringify(world)
  Object.assign(process.env, environment)
  return async () => {
    await control.stop()
    await demo.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
