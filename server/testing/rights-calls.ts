import superjson from 'superjson'
import { z } from 'zod'
import type { RootDb } from '#server/db.ts'
import { env } from '#server/env.ts'
import { trpcHandlerOn } from '#server/trpc/http.ts'

const failed = z.object({ error: z.object({ json: z.object({ data: z.object({ code: z.string() }) }) }) })

export type Answer = {
  /** 'OK', or the code of the refusal. */
  code: string
  /** The answer as it travels. */
  text: string
}
export type Call = { path: string; type: string; cookie: string | null; inputs: unknown[] }

const toAnswer = (body: unknown): Answer => ({
  code: failed.safeParse(body).data?.error.json.data.code ?? 'OK',
  text: JSON.stringify(body),
})

/** Calls one procedure as a browser does: several inputs travel as one batch. */
export function callerOn(db: RootDb) {
  const handle = trpcHandlerOn(db)
  return async ({ path, type, cookie, inputs }: Call): Promise<Answer[]> => {
    const url = new URL(`/api/trpc/${inputs.map(() => path).join(',')}`, env.APP_URL)
    url.searchParams.set('batch', '1')
    const wire = JSON.stringify(Object.fromEntries(inputs.map((input, index) => [index, superjson.serialize(input)])))
    const headers = { 'content-type': 'application/json', origin: env.APP_URL, ...(cookie ? { cookie } : {}) }
    if (type === 'query') url.searchParams.set('input', wire)
    const request = new Request(url, type === 'query' ? { headers } : { method: 'POST', headers, body: wire })
    const bodies: unknown = await (await handle(request)).json()
    return z.array(z.unknown()).parse(bodies).map(toAnswer)
  }
}
