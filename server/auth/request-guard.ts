import { env } from '#server/env.ts'

const MAX_BODY_BYTES = 256 * 1024
const NUL = 'This holds a character that no text has.'
const OWN_ORIGIN = new URL(env.APP_URL).origin

const refuse = (status: number, message: string) =>
  Response.json({ error: { message } }, { status, headers: { 'cache-control': 'private, no-store' } })

/** Browsers say where a request comes from; a page of somebody else's may not use our people's cookies. */
function isForeign({ headers }: Request) {
  const origin = headers.get('origin')
  if (origin !== null) return origin !== OWN_ORIGIN
  const site = headers.get('sec-fetch-site')
  return site !== null && site !== 'same-origin' && site !== 'none'
}

/** The body, or null when it is larger than we read. A declared length is not believed. */
export async function readBytes({ body, headers }: Request, maxBytes: number): Promise<Buffer | null> {
  if (Number(headers.get('content-length') ?? 0) > maxBytes) return null
  if (!body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The same as text. */
export const readBody = async (request: Request, maxBytes = MAX_BODY_BYTES): Promise<string | null> =>
  (await readBytes(request, maxBytes))?.toString('utf8') ?? null

type Guarded = { refusal: Response; body?: undefined } | { refusal?: undefined; body: string | undefined }

/**
 * The door of every JSON route: GET reads and POST with JSON acts; nothing else gets in. A form cannot send JSON,
 * so a foreign page cannot act even where its browser forgets to say that it is foreign.
 */
export async function guardRequest(request: Request, maxBytes = MAX_BODY_BYTES): Promise<Guarded> {
  if (request.method !== 'GET' && request.method !== 'POST') return { refusal: refuse(405, 'Only GET and POST.') }
  if (isForeign(request)) return { refusal: refuse(403, 'This request came from another site.') }
  // PostgreSQL's texts hold everything but NUL: where one got through, the answer was a 500.
  if (/%00|%5Cu0000/i.test(request.url)) return { refusal: refuse(400, NUL) }
  if (request.method === 'GET') return { body: undefined }

  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') return { refusal: refuse(415, 'Only JSON is understood here.') }
  const body = await readBody(request, maxBytes)
  if (body === null) return { refusal: refuse(413, `This is more than ${maxBytes / 1024} kB at once.`) }
  if (body.includes('\\u0000')) return { refusal: refuse(400, NUL) }
  try {
    JSON.parse(body)
  } catch {
    return { refusal: refuse(400, 'This is not JSON.') }
  }
  return { body }
}
