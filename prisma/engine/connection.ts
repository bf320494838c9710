import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** Where the engine is pointed; parts rather than a string, or the shadow database silently becomes the main one. */
export type Target = { host: string; port: number; user: string; password: string; database: string }

export const parseTarget = (href: string): Target => {
  const url = new URL(href)
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  }
}

// PostgreSQL's internal "char" (OID 18) is unknown to the adapter, and the engine wants it as Character.
const PG_CHAR = 18
const PG_TEXT = 25
const charColumns = new Set<string>()

type RowDescription = { fields: { name: string; dataTypeID: number }[] }
type Patched = { prototype: { handleRowDescription: (this: unknown, message: RowDescription) => unknown } }

/** Must run once, before the first query. */
export function teachCharColumns() {
  const { prototype } = pg.Query as unknown as Patched
  const original = prototype.handleRowDescription
  prototype.handleRowDescription = function handleRowDescription(message) {
    for (const field of message.fields) {
      if (field.dataTypeID !== PG_CHAR) continue
      charColumns.add(field.name)
      field.dataTypeID = PG_TEXT
    }
    return original.call(this, message)
  }
}

async function withClient<T>(target: Target, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(target)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function asEngineWants<T extends SqlDriverAdapter>(
  adapter: T,
  target: Target,
  dispose: () => Promise<void> = () => adapter.dispose(),
): T {
  const queryRaw: T['queryRaw'] = async (query) => {
    const result = await adapter.queryRaw(query)
    const columnTypes = result.columnTypes.map((type, index) =>
      type === ColumnTypeEnum.Text && charColumns.has(result.columnNames[index] ?? '')
        ? ColumnTypeEnum.Character
        : type,
    )
    return { ...result, columnTypes }
  }
  // The adapter cuts a script at every semicolon, also inside a function's body.
  const executeScript: T['executeScript'] = (script) =>
    withClient(target, async (client) => void (await client.query(script)))
  return new Proxy(adapter, {
    get(inner, key) {
      if (key === 'dispose') return dispose
      if (key === 'queryRaw') return queryRaw
      if (key === 'executeScript') return executeScript
      const value: unknown = Reflect.get(inner, key)
      return typeof value === 'function' ? value.bind(inner) : value
    },
  })
}

/** Connects the engine to `target`, and to a throw-away shadow database beside it. */
export function connectEngineTo(target: Target): SqlMigrationAwareDriverAdapterFactory {
  const base = new PrismaPg(target)
  return {
    provider: base.provider,
    adapterName: base.adapterName,
    connect: async () => asEngineWants(await base.connect(), target),
    async connectToShadowDb() {
      const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
      await withClient(target, (admin) => admin.query(`CREATE DATABASE "${database}"`))
      const shadowTarget = { ...target, database }
      const shadow = await new PrismaPg(shadowTarget).connect()
      return asEngineWants(shadow, shadowTarget, async () => {
        await shadow.dispose()
        await withClient(target, (admin) => admin.query(`DROP DATABASE "${database}" WITH (FORCE)`))
      })
    },
  }
}

/** The engine's own command line: is it there, create it, drop it. */
export async function runDatabaseCommand(target: Target, command: string) {
  const database = command === 'can-connect-to-database' ? target.database : 'postgres'
  await withClient({ ...target, database }, async (client) => {
    if (command === 'create-database') await client.query(`CREATE DATABASE "${target.database}"`)
    if (command === 'drop-database') await client.query(`DROP DATABASE "${target.database}" WITH (FORCE)`)
  })
}
