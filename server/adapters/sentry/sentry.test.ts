import { createServer } from 'node:http'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FireDrill } from '#server/domain/jobs/drill/drill.ts'
import { scheduleOf } from '#server/domain/jobs/schedules.ts'
import { captureError, checkInRun, connectSentryAlarms, flushSentry, startSentry } from './sentry.ts'

const received: string[] = []
let status = 200
const intake = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    received.push(Buffer.concat(chunks).toString())
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
  })
})

beforeAll(async () => {
  await new Promise<void>((resolve) => intake.listen(0, '127.0.0.1', resolve))
  const address = intake.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  startSentry({ dsn: `http://key@127.0.0.1:${address.port}/1`, role: 'worker', environment: 'test' })
})
afterAll(() => intake.close())

async function sentBy(act: () => unknown) {
  received.length = 0
  await act()
  await flushSentry()
  return received.join('\n')
}

test('an error arrives without the people in it', async () => {
  const error = new Error(
    'No mail for Mary Jones <mary.jones@example.com> (843-555-0123) at https://palmetto.example/a?token=s3cret',
    { cause: new Error('Key (email)=(bob@example.com) already exists') },
  )
  const envelope = await sentBy(() => captureError(error, { functionId: 'send-alerts' }))
  expect(envelope).toContain('No mail for [name] <[address]> ([number]) at https://palmetto.example/a')
  expect(envelope).toContain('Key (email)=([address]) already exists')
  expect(envelope).toContain('send-alerts')
  for (const person of ['mary', 'Mary', 'Jones', 'bob@', '555-0123', 's3cret']) expect(envelope).not.toContain(person)
})

test('warnings and errors of the log arrive, without people; what is less does not', async () => {
  const log = pino({ level: 'info' }, { write: () => {} })
  const envelope = await sentBy(() => {
    log.info({ jobRunId: 'quiet' }, 'all is well')
    log.warn({ jobRunId: 'run-7', contact: { email: 'ann@example.com', note: 'call ann@example.com' } }, 'feed is late')
    log.error({ err: new Error('broke for ann@example.com'), jobRunId: 'run-8' }, 'it broke')
  })
  expect(envelope).toContain('feed is late')
  expect(envelope).toContain('run-7')
  expect(envelope).toContain('broke for [address]')
  expect(envelope).not.toContain('all is well')
  expect(envelope).not.toContain('ann@')
})

test('the failure that is made on purpose each day is no error to look at', async () => {
  const log = pino({ level: 'info' }, { write: () => {} })
  const envelope = await sentBy(() => {
    log.error({ err: new FireDrill() }, 'the function failed')
    log.warn({ functionId: 'palmetto-canary-failure', error: 'FireDrill' }, 'attempt failed')
    log.warn({ functionId: 'palmetto-send-alerts', error: 'TypeError' }, 'another attempt failed')
  })
  expect(envelope).not.toContain('FireDrill')
  expect(envelope).toContain('another attempt failed')
})

test('the end of a scheduled run is checked in with its schedule', async () => {
  const alerts = scheduleOf('send-alerts')
  if (!alerts) throw new Error('The alerts have no schedule.')
  const envelope = await sentBy(() => checkInRun(alerts, true))
  expect(envelope).toContain('"monitor_slug":"send-alerts"')
  expect(envelope).toContain('"status":"ok"')
  expect(envelope).toContain('"value":"*/15 * * * *"')
  expect(envelope).toContain('"timezone":"America/New_York"')
})

test('an alarm counts as sent when Sentry has taken it, and only then', async () => {
  const alarm = {
    causeKey: 'worker-dead',
    moment: 'opened' as const,
    title: 'The worker is dead',
    detail: 'No sign of life.',
    url: 'http://localhost:3000/operations',
    count: 1,
    openedAt: new Date(),
    resolvedAt: null,
  }
  const channel = connectSentryAlarms({ timeoutMs: 2_000 })
  const envelope = await sentBy(() => channel.send(alarm))
  expect(envelope).toContain('Needs attention: The worker is dead')
  status = 503
  await expect(channel.send(alarm)).rejects.toThrow('Sentry answered 503')
})
