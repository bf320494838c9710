import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import type { Visit } from './visits.ts'

/** As slow as a cheap laptop beside the machine that runs this. */
const SLOWER = 4
/** Long enough for what comes after the first paint, and for the browser to report a touch. */
const SETTLE_MS = 600
/** What cannot be touched by then counts as if it had taken as long. */
const PATIENCE_MS = 8_000

const seenSchema = z.object({
  lcpMs: z.number(),
  shift: z.number(),
  /** What moved, by class. */
  moved: z.array(z.string()),
  firstByteMs: z.number(),
  events: z.array(z.number()),
})
type Seen = z.infer<typeof seenSchema>
export type View = {
  lcpMs: number
  /** The slowest of all interactions, as INP is with fewer than fifty. */
  inpMs: number
  shift: number
  moved: string[]
  firstByteMs: number
  /** What the document itself asks for, compressed as it travels. */
  scriptKb: number
  /** With what was fetched after it: the map, and what is likely to be opened next. */
  laterKb: number
  interactions: { name: string; ms: number }[]
}

/** Runs in the page before anything else: collects what the browser says about itself. */
function watchPage() {
  const seen: Seen = { lcpMs: 0, shift: 0, moved: [], firstByteMs: 0, events: [] }
  const watch = (type: string, note: (entry: PerformanceEntry) => void, rest = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...rest })
  watch('largest-contentful-paint', ({ startTime }) => {
    seen.lcpMs = startTime
  })
  watch('layout-shift', (entry) => {
    if (!('value' in entry) || ('hadRecentInput' in entry && entry.hadRecentInput)) return
    seen.shift += Number(entry.value)
    const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : []
    for (const { node } of sources) seen.moved.push(`${node?.nodeName} ${node?.className ?? ''}`.trim())
  })
  watch('navigation', (entry) => {
    seen.firstByteMs = 'responseStart' in entry ? Number(entry.responseStart) : 0
  })
  const note = (entry: PerformanceEntry) => {
    // Only what a person did counts as an interaction.
    if ('interactionId' in entry && Number(entry.interactionId) > 0) seen.events.push(entry.duration)
  }
  watch('event', note, { durationThreshold: 16 })
  Object.assign(window, { palmettoSeen: seen })
}

const read = async (page: Page) => seenSchema.parse(await page.evaluate(() => Object(window).palmettoSeen))

/** Opens the page with an empty cache on a slow processor, then touches it as a person does. */
export async function measureView(page: Page, { path, touches }: Visit): Promise<View> {
  page.setDefaultTimeout(PATIENCE_MS)
  const scripts: Promise<{ url: string; kb: number }>[] = []
  let isFirstView = true
  page.on('response', (answer) => {
    if (!isFirstView || answer.request().resourceType() !== 'script') return
    const url = answer.url()
    const body = answer.body().catch(() => Buffer.alloc(0))
    scripts.push(body.then((bytes) => ({ url, kb: gzipSync(bytes).byteLength / 1000 })))
  })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(watchPage)
  const document = await page.goto(path, { waitUntil: 'load', timeout: 60_000 })
  await page.locator('h1').first().waitFor()
  await pause(SETTLE_MS * 2)
  const first = await read(page)
  const html = (await document?.text()) ?? ''
  const asked = new Set([...html.matchAll(/<script[^>]+src="([^"?]+)/g)].map(([, src]) => src))
  const loaded = await Promise.all(scripts)
  const weigh = (of: typeof loaded) => of.reduce((sum, { kb }) => sum + kb, 0)
  const scriptKb = weigh(loaded.filter(({ url }) => asked.has(new URL(url).pathname)))
  isFirstView = false

  const interactions: View['interactions'] = []
  for (const { name, act } of touches) {
    const before = (await read(page)).events.length
    const isDone = await act(page).then(
      () => true,
      () => false,
    )
    await pause(SETTLE_MS)
    const { events } = await read(page)
    interactions.push({ name, ms: isDone ? Math.max(0, ...events.slice(before)) : PATIENCE_MS })
  }
  const { shift, moved } = await read(page)
  const inpMs = Math.max(0, ...interactions.map(({ ms }) => ms))
  const { lcpMs, firstByteMs } = first
  return { lcpMs, inpMs, shift, moved, firstByteMs, scriptKb, laterKb: weigh(loaded) - scriptKb, interactions }
}
