import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import type { Alarm } from '#server/domain/jobs/alarms.types.ts'
import { connectSlack } from './slack.ts'

const alarm: Alarm = {
  causeKey: 'worker-dead',
  moment: 'opened',
  title: 'The worker is <dead> & gone',
  detail: 'No sign of life for 31 seconds.',
  url: 'http://localhost:3000/operations',
  count: 1,
  openedAt: new Date(),
  resolvedAt: null,
}

let server: Server | undefined
afterEach(() => server?.close())

async function aWebhook(answer: (body: string) => number | undefined) {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const status = answer(body)
      if (status) response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}/services/x`
}

test('an alarm is posted with its words and its link, and its signs are escaped', async () => {
  const bodies: string[] = []
  const url = await aWebhook((body) => {
    bodies.push(body)
    return 200
  })
  await connectSlack({ url }).send(alarm)
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
    text: 'Needs attention: The worker is &lt;dead&gt; &amp; gone',
    blocks: [{ text: { text: expect.stringContaining('No sign of life') } }, expect.anything()],
  })
})

test('a refusal is an error, and after five Slack is left alone for a while', async () => {
  let calls = 0
  const url = await aWebhook(() => {
    calls += 1
    return 500
  })
  const slack = connectSlack({ url })
  for (let call = 0; call < 8; call += 1) await expect(slack.send(alarm)).rejects.toThrow()
  expect(calls).toBe(5)
})

test('a Slack that does not answer is given up on', async () => {
  const url = await aWebhook(() => undefined)
  await expect(connectSlack({ url, timeoutMs: 50 }).send(alarm)).rejects.toThrow()
})
