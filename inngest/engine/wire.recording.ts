import { type Inngest, NonRetriableError, RetryAfterError } from 'inngest'
import { serve } from 'inngest/node'
import { callHttp } from './http.client.ts'
import { isJsonObject, type Json, parseJson } from './json.ts'
import { sign } from './signature.ts'
import { serveApp } from './testing.ts'
import { type StepState, writeRequest } from './wire.ts'

export type Recording = { name: string; status: number; headers: Record<string, string>; body: Json }

type Call = { fn: string; step?: string; attempt?: number; done?: Record<string, StepState>; isParallel?: boolean }

/** The SDK's ids of steps: the SHA-1 of what the code calls them. */
const ids = {
  a: '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8',
  p1: 'b78f576611ec06f96af3ca654c22172a5d746c40',
}

const functionsOf = (client: Inngest) => {
  const child = client.createFunction({ id: 'child', triggers: [{ event: 'c' }] }, async () => null)
  const on = (id: string) => ({ id, retries: 3 as const, triggers: [{ event: 'x' }] })
  return [
    child,
    client.createFunction(on('noop'), async () => undefined),
    client.createFunction(on('value'), async () => ({ ok: true })),
    client.createFunction(on('steps'), async ({ step }) => {
      const a = await step.run('a', () => 2)
      return step.run('b', () => a * 3)
    }),
    client.createFunction(on('boom'), ({ step }) => step.run('boom', () => Promise.reject(new Error('always')))),
    client.createFunction(on('throws'), () => Promise.reject(new Error('outside'))),
    client.createFunction(on('final'), () => Promise.reject(new NonRetriableError('no'))),
    client.createFunction(on('later'), () => Promise.reject(new RetryAfterError('busy', '2s'))),
    client.createFunction(on('par'), ({ step }) => Promise.all(['p1', 'p2'].map((id) => step.run(id, () => id)))),
    client.createFunction(on('nap'), ({ step }) => step.sleep('nap', '90m')),
    client.createFunction(on('unreadable'), ({ step }) => step.sleep('nap', '1h30m')),
    client.createFunction(on('until'), ({ step }) => step.sleepUntil('until', new Date('2026-11-21T12:00:00Z'))),
    client.createFunction(on('wait'), ({ step }) =>
      step.waitForEvent('w', { event: 'reply', timeout: '7d', match: 'data.lead' }),
    ),
    client.createFunction(on('calls'), ({ step }) =>
      step.invoke('call', { function: child, data: { n: 21 }, timeout: '1h' }),
    ),
    client.createFunction(on('signal'), ({ step }) =>
      step.waitForSignal('s', { signal: 'go', timeout: '1m', onConflict: 'fail' }),
    ),
  ]
}

const calls: Record<string, Call> = {
  'a function without a result': { fn: 'noop' },
  'a function with a result': { fn: 'value' },
  'the first step is run at once': { fn: 'steps' },
  'the second step, with the first in the state': { fn: 'steps', done: { [ids.a]: { data: 2 } } },
  'a step that fails': { fn: 'boom' },
  'a step that fails at the last attempt': { fn: 'boom', attempt: 3 },
  'an error outside of steps': { fn: 'throws' },
  'an error outside of steps at the last attempt': { fn: 'throws', attempt: 3 },
  'an error that is final': { fn: 'final' },
  'an error that names a time': { fn: 'later' },
  'steps side by side are planned': { fn: 'par' },
  'a planned step is run': { fn: 'par', step: ids.p1, isParallel: true },
  'a sleep': { fn: 'nap' },
  'a sleep whose time the SDK cannot read': { fn: 'unreadable' },
  'a sleep until a moment': { fn: 'until' },
  'a wait for an event': { fn: 'wait' },
  'an invocation': { fn: 'calls' },
  'a wait for a signal': { fn: 'signal' },
  'a function that is not there': { fn: 'missing' },
}

/** What differs from call to call says nothing about the protocol. */
const steady = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(steady)
  if (!isJsonObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'stack' && key !== 'timing')
  return Object.fromEntries(kept.map(([key, inner]) => [key, steady(inner)]))
}

const telling = ['x-inngest-sdk', 'x-inngest-no-retry', 'x-inngest-req-version', 'retry-after']

/** Calls the installed SDK as the executor does and returns what it answers. */
export async function recordAnswers(client: Inngest, signingKey: string): Promise<Recording[]> {
  const app = await serveApp(serve({ client, functions: functionsOf(client) }))
  const recordings: Recording[] = []
  for (const [name, call] of Object.entries(calls)) {
    const body = writeRequest({
      job: { id: '1', fence: 1 },
      runId: '01RECORDED',
      functionId: `${client.id}-${call.fn}`,
      events: [{ id: '01EVENT', name: 'x', data: { lead: 1 }, ts: 1_795_234_960_000 }],
      done: Object.entries(call.done ?? {}).map(([id, state]) => ({ id, state })),
      version: 2,
      attempt: call.attempt ?? 0,
      maxAttempts: 4,
      isParallel: call.isParallel ?? false,
    })
    const url = new URL(`${app.url}?fnId=${client.id}-${call.fn}&stepId=${call.step ?? 'step'}`)
    const headers = { 'x-inngest-signature': sign(body, signingKey) }
    const reply = await callHttp(url, { method: 'POST', body, headers, timeoutMs: 30_000 })
    const kept = telling.flatMap((key) => (reply.headers[key] ? [[key, reply.headers[key]]] : []))
    recordings.push({
      name,
      status: reply.status,
      headers: Object.fromEntries(kept),
      body: steady(parseJson(reply.text)),
    })
  }
  await app.stop()
  return recordings
}
