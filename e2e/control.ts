import { createServer } from 'node:http'
import type { Demo } from '#demo/start.ts'
import { startWorker } from '#world/app.ts'
import type { WorldSettings } from '#world/settings.ts'

type Order = 'refuse-mails' | 'take-mails' | 'kill-worker' | 'start-worker' | 'hide-old-deals' | 'show-old-deals'

/** Tests run in processes of their own; this is how they reach the world that the setup started. */
export async function startControl(demo: Demo, settings: WorldSettings) {
  const { environment, inbox, mongo } = demo.world
  let showDeals = () => {}
  const obey: Record<Order, () => Promise<unknown> | unknown> = {
    'refuse-mails': () => inbox.refuse(true),
    'take-mails': () => inbox.refuse(false),
    'kill-worker': () => demo.processes.worker.kill(),
    'hide-old-deals': () => {
      if (!mongo) throw new Error('The old database is a real server: nothing here makes it fail.')
      showDeals = mongo.fail('find', { collection: 'deals', code: 11600, message: 'interrupted', times: 1_000_000 })
    },
    'show-old-deals': () => showDeals(),
    'start-worker': async () => {
      demo.processes.worker = await startWorker({ settings, environment })
    },
  }
  const isOrder = (name: string): name is Order => Object.hasOwn(obey, name)
  const server = createServer(async (request, response) => {
    const name = request.url?.slice(1) ?? ''
    if (!isOrder(name)) return void response.writeHead(404).end()
    try {
      await obey[name]()
      response.writeHead(200).end()
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : 0)
    })
  })
  return { url: `http://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(resolve)) }
}

/** Called from a test: does one thing to the world and waits until it is done. */
export async function order(controlUrl: string, name: Order) {
  const answer = await fetch(`${controlUrl}/${name}`, { method: 'POST' })
  if (!answer.ok) throw new Error(`The world did not ${name}: ${await answer.text()}`)
}
