import { join } from 'node:path'
import { freePort } from './ports.ts'

/** Every address of the local world, and the variable that moves it. */
const PORTS = {
  web: { variable: 'PALMETTO_WEB_PORT', preset: 3000, what: 'the app' },
  worker: { variable: 'PALMETTO_WORKER_PORT', preset: 3100, what: 'the worker' },
  executor: { variable: 'PALMETTO_EXECUTOR_PORT', preset: 8288, what: 'the embedded executor' },
  postgres: { variable: 'PALMETTO_POSTGRES_PORT', preset: 54320, what: 'PostgreSQL' },
  mongo: { variable: 'PALMETTO_MONGO_PORT', preset: 27020, what: 'the legacy MongoDB' },
  smtp: { variable: 'PALMETTO_SMTP_PORT', preset: 1025, what: 'the mail inbox (SMTP)' },
  alarmSmtp: { variable: 'PALMETTO_ALARM_SMTP_PORT', preset: 1026, what: 'the second mail server, for alarms' },
  inbox: { variable: 'PALMETTO_INBOX_PORT', preset: 1080, what: 'the mail inbox (web page)' },
  photos: { variable: 'PALMETTO_PHOTO_PORT', preset: 4100, what: 'the photo server' },
  alarms: { variable: 'PALMETTO_ALARM_PORT', preset: 4200, what: 'the alarm receiver' },
  oldSite: { variable: 'PALMETTO_OLD_SITE_PORT', preset: 4300, what: 'the old site' },
  slack: { variable: 'PALMETTO_SLACK_PORT', preset: 4400, what: 'Slack' },
} as const

export type PortName = keyof typeof PORTS
export type WorldPorts = Record<PortName, number>
export type WorldSettings = { dataDir: string; distDir: string; ports: WorldPorts; legacyMongoUrl: string | null }

export const portNames = Object.keys(PORTS) as PortName[]
export const describePort = (name: PortName) => PORTS[name]

function readPort(name: PortName): number {
  const { variable, preset } = PORTS[name]
  const value = process.env[variable]
  const port = value === undefined ? preset : Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${variable} has to be a port, and is "${value}".`)
  return port
}

/** Ports that nobody uses, so that a second world runs beside the first. */
export const freePorts = async () =>
  Object.fromEntries(await Promise.all(portNames.map(async (name) => [name, await freePort()]))) as WorldPorts

/** Reads where the local world lives; everything can be moved by environment variables. */
export function readSettings(dataFolder = '.data/demo'): WorldSettings {
  const ports = Object.fromEntries(portNames.map((name) => [name, readPort(name)])) as WorldPorts
  return {
    dataDir: process.env.PALMETTO_DATA_DIR ?? join(process.cwd(), dataFolder),
    distDir: process.env.NEXT_DIST_DIR ?? '.next-demo',
    ports,
    legacyMongoUrl: process.env.LEGACY_MONGO_URL ?? null,
  }
}
