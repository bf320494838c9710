import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { drawHome } from './home.ts'
import { drawPortrait } from './portrait.ts'

type Options = {
  port: number
  /** Rendered pictures are kept here between starts. */
  cacheDir: string
}

// Pictures of an older look stay behind in a folder of their own.
const LOOK = 'look-2'
const YEAR = 31_536_000
const WIDTHS = { smallest: 64, usual: 960, largest: 1600 }

type Picture = { file: string; svg: () => string }

/** What a path asks for; null when there is no such picture. */
function parsePhotoPath(url: string): Picture | null {
  const { pathname, searchParams } = new URL(url, 'http://photos')
  const asked = searchParams.get('w') ?? String(WIDTHS.usual)
  const width = /^\d{2,4}$/.test(asked) ? Number(asked) : 0
  if (width < WIDTHS.smallest || width > WIDTHS.largest) return null
  const [, mlsNumber, place] = /^\/homes\/(\d{6,12})\/([1-9]\d?)\.jpg$/.exec(pathname) ?? []
  if (mlsNumber && place)
    return {
      file: join('homes', mlsNumber, `${place}-${width}.jpg`),
      svg: () => drawHome(mlsNumber, Number(place), width),
    }
  const [, slug] = /^\/people\/([a-z][a-z0-9-]{0,80})\.jpg$/.exec(pathname) ?? []
  if (slug) return { file: join('people', `${slug}-${width}.jpg`), svg: () => drawPortrait(slug, width) }
  return null
}

const rasterise = (svg: string) => sharp(Buffer.from(svg)).jpeg({ quality: 84, chromaSubsampling: '4:4:4' }).toBuffer()

async function renderOnce(cacheDir: string, { file, svg }: Picture): Promise<Buffer> {
  const path = join(cacheDir, LOOK, file)
  try {
    return await readFile(path)
  } catch {
    const picture = await rasterise(svg())
    await mkdir(dirname(path), { recursive: true })
    // Renamed into place, so that a killed server leaves no half picture.
    const draft = `${path}.${crypto.randomUUID()}`
    await writeFile(draft, picture)
    await rename(draft, path)
    return picture
  }
}

function send(response: ServerResponse, picture: Buffer): void {
  response.writeHead(200, {
    'content-type': 'image/jpeg',
    'content-length': picture.length,
    'cache-control': `public, max-age=${YEAR}, immutable`,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
  response.end(picture)
}

/** Serves `/homes/<mlsNumber>/<n>.jpg?w=640` and `/people/<slug>.jpg`, drawn when first asked for. */
export async function startPhotoServer({
  port,
  cacheDir,
}: Options): Promise<{ url: string; stop: () => Promise<void> }> {
  const underWay = new Map<string, Promise<Buffer>>()
  const get = (picture: Picture) => {
    const known = underWay.get(picture.file)
    if (known) return known
    const work = renderOnce(cacheDir, picture).finally(() => underWay.delete(picture.file))
    underWay.set(picture.file, work)
    return work
  }
  const server = createServer(async (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const picture =
      isRead && URL.canParse(request.url ?? '', 'http://photos') ? parsePhotoPath(request.url ?? '') : null
    if (!picture) {
      response.writeHead(isRead ? 404 : 405).end()
      return
    }
    try {
      send(response, await get(picture))
    } catch {
      response.writeHead(500).end()
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const bound = address && typeof address === 'object' ? address.port : port
  return {
    url: `http://localhost:${bound}`,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
