import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const dynamic = 'force-static'

/** MapLibre's own worker, from our own address, so that no page needs to allow another. */
export async function GET() {
  const code = await readFile(join(process.cwd(), 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs'))
  return new Response(new Uint8Array(code), {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  })
}
