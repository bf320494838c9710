import { createServer } from 'node:http'
import sharp from 'sharp'
import { startWeb } from '#world/app.ts'
import { freePort } from '#world/ports.ts'
import { portNames, type WorldPorts } from '#world/settings.ts'
import { expect, test } from './fixtures.ts'

const PINK = { r: 200, g: 30, b: 150 }

/** A tile server as small as it can be: one style with one colour, and a note of what was asked for. */
async function aTileServer() {
  const asked: string[] = []
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const style = {
    version: 8,
    glyphs: `${origin}/fonts/{fontstack}/{range}.pbf`,
    sources: {},
    layers: [{ id: 'all', type: 'background', paint: { 'background-color': `rgb(${PINK.r}, ${PINK.g}, ${PINK.b})` } }],
  }
  const server = createServer(({ url = '' }, answer) => {
    asked.push(url)
    answer.writeHead(url === '/style.json' ? 200 : 404, { 'access-control-allow-origin': '*' })
    answer.end(JSON.stringify(style))
  })
  await new Promise<void>((ready) => server.listen(port, ready))
  return { styleUrl: `${origin}/style.json`, asked, stop: () => server.close() }
}

test('the map is drawn by the tile server that is set, with our own letters, and nothing is refused', async ({
  world: { environment },
  signInAs,
}, { outputDir }) => {
  const tiles = await aTileServer()
  const ports = Object.fromEntries(
    await Promise.all(portNames.map(async (name) => [name, await freePort()])),
  ) as WorldPorts
  const url = `http://localhost:${ports.web}`
  const web = await startWeb({
    settings: { dataDir: outputDir, distDir: environment.NEXT_DIST_DIR, ports, legacyMongoUrl: null },
    environment: { ...environment, APP_URL: url, NEXTAUTH_URL: url },
    extra: { MAP_STYLE_URL: tiles.styleUrl },
  })
  try {
    const page = await signInAs('admin')
    await page.goto(`${url}/listings?view=map`)
    const map = page.getByLabel('Map of the homes found')
    const corner = async () => {
      const picture = await map.screenshot()
      const { data } = await sharp(picture)
        .extract({ left: 8, top: 8, width: 1, height: 1 })
        .raw()
        .toBuffer({ resolveWithObject: true })
      return { r: data[0], g: data[1], b: data[2] }
    }
    await expect.poll(corner, { timeout: 30_000 }).toEqual(PINK)
    expect(tiles.asked).toContain('/style.json')
    expect(tiles.asked.filter((path) => path.startsWith('/fonts'))).toEqual([])
    // Before its server goes: a page that asks in vain says so in the console.
    await page.close()
  } finally {
    await web.stop()
    tiles.stop()
  }
})
