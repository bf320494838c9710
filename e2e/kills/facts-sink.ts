import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import type { SendFacts } from '#server/outbox.ts'

const factsSchema = z.array(z.object({ id: z.string() }))

/** Stands where the executor takes events, and remembers their ids. */
export async function startFactsSink() {
  const received: string[] = []
  const server = createServer(async (request, response) => {
    received.push(...factsSchema.parse(await json(request)).map(({ id }) => id))
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, received, stop }
}

/** Hands facts over to a sink. */
export const sendTo =
  (url: string): SendFacts =>
  async (facts) => {
    const { ok, status } = await fetch(url, { method: 'POST', body: JSON.stringify(facts) })
    if (!ok) throw new Error(`The sink refused facts: ${status}`)
  }
