import { createServer } from 'node:http'
import { serve } from 'inngest/node'
import { Pool } from 'pg'
import { pause } from './bell.ts'
import { startEngine } from './engine.ts'
import { bareClient } from './testing.client.ts'

// A worker as a process of its own, for tests that kill it: node testing.process.ts <database url> <event key> <signing key>
const [databaseUrl = '', eventKey = '', signingKey = ''] = process.argv.slice(2)
const pool = new Pool({ connectionString: databaseUrl })

/** What happened, where a kill does not wipe it out. */
const note = async (run: string, what: string) => {
  await pool.query('insert into trace (run, what) values ($1, $2)', [run, what])
}

const server = createServer()
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const appUrl = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/api/inngest`
const engine = await startEngine({ databaseUrl, port: 0, eventKey, signingKey, apps: [appUrl], leaseSeconds: 1 })
const client = bareClient({ baseUrl: engine.url, eventKey, signingKey })
const long = client.createFunction(
  { id: 'long', retries: 0, triggers: [{ event: 'long' }] },
  async ({ event, step }) => {
    const run = String(event.data.run)
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      await step.run(name, async () => {
        await note(run, `${name} begins`)
        await pause(event.data.stepMs)
        await note(run, `${name} ends`)
      })
    }
    return 'done'
  },
)
const many = [{ event: 'many' }]
const batched = client.createFunction(
  { id: 'batched', triggers: many, batchEvents: { maxSize: 7, timeout: '1s' } },
  async ({ runId }) => note(runId, 'batch'),
)
const paced = client.createFunction(
  { id: 'paced', triggers: many, throttle: { limit: 20, period: '1s' } },
  async ({ runId }) => note(runId, 'paced'),
)
server.on('request', serve({ client, functions: [long, batched, paced] }))
await engine.ready()
process.stdout.write(`${engine.url}\n`)
