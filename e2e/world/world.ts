import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import pg from 'pg'
import { type AlarmReceiver, startAlarmReceiver } from './alarm-receiver.ts'
import { buildEnvironment, type WorldEnvironment } from './environment.ts'
import { type Inbox, startInbox } from './inbox.ts'
import { seedLegacy } from './legacy/seed.ts'
import { type MongoPeer, startMongoPeer } from './mongo/peer.ts'
import { openDoor } from './old-api/entering.ts'
import { type OldApi, startOldApi } from './old-api/server.ts'
import { startPhotoServer } from './photos/server.ts'
import { assertPortFree } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { describePort, portNames, type WorldSettings } from './settings.ts'
import { readMembers } from './slack/members.ts'
import { type SlackWorld, startSlack } from './slack/slack.ts'

export const LEGACY_DATABASE = 'palmetto_legacy'
const DATABASE = 'palmetto'
const SEED = 20_261_121

export type World = {
  environment: WorldEnvironment
  legacy: MongoClient
  inbox: Inbox
  alarms: AlarmReceiver
  /** The brokerage's old site, on the legacy database. */
  oldSite: OldApi
  slack: SlackWorld
  /** Null when the legacy database is a real server. */
  mongo: MongoPeer | null
  stop: () => Promise<void>
}

type Options = {
  fresh: boolean
  durable?: boolean
  tell: (line: string) => void
  onStop?: (stop: () => Promise<void>) => void
}

async function ensureDatabase(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (!rowCount) await client.query(`CREATE DATABASE "${DATABASE}"`)
  await client.end()
}

async function seedOnce(legacy: MongoClient, photoOrigin: string, tell: Options['tell']) {
  const db = legacy.db(LEGACY_DATABASE)
  if ((await db.collection('listings').estimatedDocumentCount()) > 0) return
  tell('Filling the legacy database with five years of real-estate life')
  await seedLegacy(db, { seed: SEED, now: new Date(), photoOrigin })
}

/** Starts everything outside of the app. What was there the last time is there again, unless `fresh`. */
export async function startWorld(
  settings: WorldSettings,
  { fresh, durable = true, tell, onStop = () => {} }: Options,
): Promise<World> {
  const { dataDir, ports, legacyMongoUrl } = settings
  for (const name of portNames) {
    const { what, variable } = describePort(name)
    await assertPortFree(ports[name], what, `${variable}=${ports[name] + 1}`)
  }
  if (fresh) await rm(dataDir, { recursive: true, force: true })

  const stops: (() => Promise<unknown>)[] = []
  let ending: Promise<void> | undefined
  const stopAll = async () => {
    for (const end of stops.splice(0).reverse()) await end().catch(() => {})
  }
  const stop = () => {
    ending ??= stopAll()
    return ending
  }
  onStop(stop)
  try {
    tell('Starting PostgreSQL')
    const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), port: ports.postgres, durable })
    stops.push(() => postgres.stop())
    await ensureDatabase(postgres.urlOf('postgres'))

    tell(legacyMongoUrl ? 'Using the legacy MongoDB at LEGACY_MONGO_URL' : 'Starting the legacy MongoDB')
    const mongo = legacyMongoUrl
      ? null
      : await startMongoPeer({ port: ports.mongo, dataFile: join(dataDir, 'legacy', 'journal') })
    if (mongo) stops.push(() => mongo.stop())

    tell('Starting the mail inbox, the photo server and the alarm receiver')
    const inbox = await startInbox({
      smtpPort: ports.smtp,
      webPort: ports.inbox,
      alarmSmtpPort: ports.alarmSmtp,
      dataDir,
    })
    stops.push(() => inbox.stop())
    const photos = await startPhotoServer({ port: ports.photos, cacheDir: join(dataDir, 'photos') })
    stops.push(() => photos.stop())
    const alarms = await startAlarmReceiver({ port: ports.alarms })
    stops.push(() => alarms.stop())

    const mongoUrl = legacyMongoUrl ?? mongo?.url ?? ''
    const environment = await buildEnvironment(settings, {
      databaseUrl: postgres.urlOf(DATABASE),
      legacyMongoUrl: mongoUrl,
    })
    const legacy = new MongoClient(mongoUrl, { directConnection: true, retryWrites: false })
    stops.push(() => legacy.close())
    await seedOnce(legacy, environment.PHOTO_ORIGIN, tell)
    const members = await readMembers(legacy.db(LEGACY_DATABASE))
    const desk = { appUrl: environment.APP_URL, secret: environment.SLACK_SIGNING_SECRET }
    const slack = await startSlack({ port: ports.slack, members, desk })
    stops.push(() => slack.stop())
    const { APP_URL, OLD_SITE_URL, OLD_SITE_SECRET } = environment
    const door = openDoor({ secret: OLD_SITE_SECRET, origin: OLD_SITE_URL, palmettoUrl: APP_URL })
    const oldSite = await startOldApi({
      ...{ port: ports.oldSite, db: legacy.db(LEGACY_DATABASE), palmettoUrl: APP_URL },
      ...{ guards: [door.guard], routes: door.routes },
    })
    stops.push(() => oldSite.stop())
    return { environment, legacy, inbox, alarms, oldSite, slack, mongo, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
