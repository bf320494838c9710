import { spawn } from 'node:child_process'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

/**
 * Asks for pages at a steady rate, in a process of its own: the world that plays beside it must not slow the clock
 * down. An answer is timed from the moment its request was due, so a stall is felt by all requests that it held up.
 */
const orderSchema = z.object({
  origin: z.string(),
  /** Asked for in turn, again and again. */
  asks: z.array(z.object({ path: z.string(), cookie: z.string() })).min(1),
  perSecond: z.number().positive(),
  seconds: z.number().positive(),
})
export type Order = z.infer<typeof orderSchema>

const answersSchema = z.array(z.object({ path: z.string(), status: z.number(), ms: z.number() }))
export type Answers = z.infer<typeof answersSchema>

/** Sends the requests from a process of its own and waits for the last answer. */
export async function browse(order: Order): Promise<Answers> {
  const client = spawn(process.execPath, [import.meta.filename], { stdio: ['pipe', 'pipe', 'inherit'] })
  client.stdin.end(JSON.stringify(order))
  return answersSchema.parse(await json(client.stdout))
}

async function ask(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' }).catch(() => null)
  await answer?.arrayBuffer().catch(() => null)
  return answer?.status ?? 0
}

async function run(order: Order): Promise<Answers> {
  const { origin, asks, perSecond, seconds } = order
  const started = performance.now()
  const requests = Array.from({ length: perSecond * seconds }, async (_, turn) => {
    const due = started + (turn * 1000) / perSecond
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    const { path, cookie } = asks[turn % asks.length] ?? { path: '', cookie: '' }
    const status = await ask(`${origin}${path}`, cookie)
    return { path, status, ms: performance.now() - due }
  })
  return Promise.all(requests)
}

if (import.meta.main) {
  // Over stdin: a thousand cookies are more than a command line holds.
  process.stdout.write(JSON.stringify(await run(orderSchema.parse(await json(process.stdin)))))
}
