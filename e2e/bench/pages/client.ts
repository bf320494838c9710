import { z } from 'zod'

/**
 * Asks for pages at a steady rate, in a process of its own: the world that plays beside it must not slow the clock
 * down. An answer is timed from the moment its request was due, so a stall is felt by all requests that it held up.
 */
const orderSchema = z.object({
  origin: z.string(),
  cookie: z.string(),
  paths: z.array(z.string()).min(1),
  perSecond: z.number().positive(),
  seconds: z.number().positive(),
})
export type Order = z.infer<typeof orderSchema>

const answerSchema = z.array(z.object({ path: z.string(), status: z.number(), ms: z.number() }))
export type Answers = z.infer<typeof answerSchema>
export const readAnswers = (text: string): Answers => answerSchema.parse(JSON.parse(text))

async function ask(path: string, { origin, cookie }: Order): Promise<number> {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie }, redirect: 'manual' }).catch(() => null)
  await answer?.arrayBuffer().catch(() => null)
  return answer?.status ?? 0
}

async function run(order: Order): Promise<Answers> {
  const { paths, perSecond, seconds } = order
  const started = performance.now()
  const requests = Array.from({ length: perSecond * seconds }, async (_, turn) => {
    const due = started + (turn * 1000) / perSecond
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
    const path = paths[turn % paths.length] ?? ''
    const status = await ask(path, order)
    return { path, status, ms: performance.now() - due }
  })
  return Promise.all(requests)
}

if (import.meta.main) {
  const order = orderSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
  process.stdout.write(JSON.stringify(await run(order)))
}
