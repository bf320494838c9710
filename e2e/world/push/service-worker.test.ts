import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const offerId = '01a200ce-abbc-7386-bd7a-6e97507485ae'
type Handler = (event: unknown) => void

/** The worker as a browser runs it, with a screen that keeps what is shown and where a tap leads. */
function startWorker() {
  const handlers = new Map<string, Handler>()
  const shown: { title: string; options: { data: { url: string }; tag?: string } }[] = []
  const opened: string[] = []
  const self = {
    addEventListener: (name: string, handler: Handler) => void handlers.set(name, handler),
    registration: { showNotification: (title: string, options: never) => void shown.push({ title, options }) },
    clients: { matchAll: async () => [], openWindow: (url: string) => void opened.push(url) },
  }
  runInNewContext(readFileSync('public/sw.js', 'utf8'), { self })
  const fire = async (name: string, event: object) => {
    const waits: unknown[] = []
    handlers.get(name)?.({ ...event, waitUntil: (work: unknown) => waits.push(work) })
    await Promise.all(waits)
  }
  const push = (text: string) => fire('push', { data: { json: () => JSON.parse(text) } })
  const tap = (url: string) => fire('notificationclick', { notification: { close: () => {}, data: { url } } })
  return { shown, opened, push, tap }
}

test('a push is shown in its words, and a tap on it opens the offer', async () => {
  const { shown, opened, push, tap } = startWorker()
  const url = `/offers/${offerId}?via=push`
  await push(JSON.stringify({ title: 'A lead in Mount Pleasant, until 2:05 PM', body: 'A buyer', url, tag: offerId }))
  expect(shown).toMatchObject([
    { title: 'A lead in Mount Pleasant, until 2:05 PM', options: { body: 'A buyer', tag: offerId, data: { url } } },
  ])
  await push(JSON.stringify({ title: 'Ann Lee took it at 2:05 PM', url, tag: offerId, quiet: true }))
  expect(shown.map(({ options }) => options)).toMatchObject([
    { tag: offerId, renotify: true, silent: false, requireInteraction: true },
    { tag: offerId, renotify: false, silent: true, requireInteraction: false },
  ])
  await tap(url)
  expect(opened).toEqual([url])
})

test('what can not be read is shown as a lead all the same, and no address but an offer is ever opened', async () => {
  const { shown, opened, push, tap } = startWorker()
  await push('no json')
  expect(shown).toMatchObject([{ title: 'A lead for you', options: { data: { url: '/leads' } } }])
  for (const url of ['https://evil.example/offers/x', '//evil.example', 'javascript:alert(1)', '/offers/../api/x']) {
    await push(JSON.stringify({ title: 'x', url }))
    expect(shown.at(-1)?.options.data.url).toBe('/leads')
    await tap(url)
  }
  expect(new Set(opened)).toEqual(new Set(['/leads']))
})
