import { Inngest, type InngestFunction } from 'inngest'
import { Client } from 'pg'
import { ownDatabase } from '#server/testing/database.ts'
import { startTestEngine, type TestConnection, type TestEngine } from './testing.ts'

const quiet = () => {}

/** An Inngest client with nothing of the app's in it, in cloud mode: signatures are checked both ways. */
export const bareClient = ({ baseUrl, eventKey, signingKey }: Omit<TestConnection, 'now'>) =>
  new Inngest({
    id: 'shop',
    isDev: false,
    baseUrl,
    eventKey,
    signingKey,
    checkpointing: false,
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  })

export type BareClient = ReturnType<typeof bareClient>

/** A database for a test file, and shops on it: each begins with an empty executor. */
export async function openShops() {
  const { url: databaseUrl } = await ownDatabase()
  const engines: TestEngine[] = []
  const reset = async () => {
    const client = new Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query('drop schema if exists inngest_engine cascade')
    await client.end()
  }
  return {
    databaseUrl,
    reset,
    async open(functions: (client: BareClient, now: () => Date) => InngestFunction.Like[], startAt?: Date) {
      await reset()
      const engine = await startTestEngine({
        databaseUrl,
        startAt,
        app: (connection) => {
          const client = bareClient(connection)
          return { client, functions: functions(client, connection.now) }
        },
      })
      engines.push(engine)
      return engine
    },
    close: () => Promise.all(engines.splice(0).map((engine) => engine.stop())),
  }
}

export type Shops = Awaited<ReturnType<typeof openShops>>
