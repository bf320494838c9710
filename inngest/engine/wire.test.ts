import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { bareClient } from './testing.client.ts'
import { TEST_EVENT_KEY, TEST_SIGNING_KEY } from './testing.ts'
import { type Recording, recordAnswers } from './wire.recording.ts'
import { readAnswer } from './wire.ts'

const file = new URL('./wire.recordings.json', import.meta.url)
const now = new Date('2026-11-21T10:00:00Z')
const byName = new Map<string, Recording>()

/** What the executor makes of a recorded answer. */
function read(name: string) {
  const recorded = byName.get(name)
  if (!recorded) throw new Error(`Nothing is recorded under "${name}".`)
  return readAnswer({ status: recorded.status, headers: recorded.headers, text: JSON.stringify(recorded.body) }, now)
}

beforeAll(async () => {
  const recordings: Recording[] = JSON.parse(await readFile(file, 'utf8').catch(() => '[]'))
  for (const recording of recordings) byName.set(recording.name, recording)
})

test('the installed SDK answers as it did when the answers were recorded', async () => {
  const client = bareClient({ baseUrl: 'http://127.0.0.1:9', eventKey: TEST_EVENT_KEY, signingKey: TEST_SIGNING_KEY })
  const answers = await recordAnswers(client, TEST_SIGNING_KEY)
  // Remove the file to record anew, and read the difference before it is committed.
  if (byName.size === 0) await writeFile(file, `${JSON.stringify(answers, null, 2)}\n`)
  expect(answers).toEqual([...byName.values()])
})

describe('an answer is read', () => {
  const op = (name: string) => {
    const answer = read(name)
    return answer.kind === 'ops' ? answer.ops.map((one) => ({ ...one, isFinal: answer.isFinal })) : answer
  }

  test('as the end of the run when it is a result', () => {
    expect(read('a function without a result')).toEqual({ kind: 'completed', output: null })
    expect(read('a function with a result')).toEqual({ kind: 'completed', output: { ok: true } })
  })

  test('as the result of a step', () => {
    expect(op('the first step is run at once')).toMatchObject([{ op: 'StepRun', name: 'a', data: 2 }])
    expect(op('the second step, with the first in the state')).toMatchObject([{ op: 'StepRun', name: 'b', data: 6 }])
    expect(op('a planned step is run')).toMatchObject([{ op: 'StepRun', data: 'p1' }])
  })

  test('as the failure of a step, for now or for good', () => {
    const error = { message: 'always' }
    expect(op('a step that fails')).toMatchObject([{ op: 'StepError', error, isFinal: false }])
    expect(op('a step that fails at the last attempt')).toMatchObject([{ op: 'StepFailed', error, isFinal: true }])
  })

  test('as the failure of the call, for now, for good, or until a moment', () => {
    expect(read('an error outside of steps')).toMatchObject({ isFinal: false, error: { message: 'outside' } })
    expect(read('an error outside of steps at the last attempt')).toMatchObject({ isFinal: true })
    expect(read('an error that is final')).toMatchObject({ kind: 'failed', isFinal: true, error: { message: 'no' } })
    expect(read('an error that names a time')).toMatchObject({ retryAt: new Date('2026-11-21T10:00:02Z') })
    expect(read('a function that is not there')).toMatchObject({ kind: 'failed' })
  })

  test('as steps to be planned, slept or waited for', () => {
    expect(op('steps side by side are planned')).toMatchObject([
      { op: 'StepPlanned', name: 'p1' },
      { op: 'StepPlanned', name: 'p2' },
    ])
    expect(op('a sleep')).toMatchObject([{ op: 'Sleep', name: '1h30m' }])
    expect(op('a sleep until a moment')).toMatchObject([{ op: 'Sleep', name: '2026-11-21T12:00:00.000Z' }])
    expect(op('a wait for an event')).toMatchObject([
      { op: 'WaitForEvent', name: 'reply', opts: { timeout: '1w', if: 'event.data.lead == async.data.lead' } },
    ])
    expect(op('an invocation')).toMatchObject([
      { op: 'InvokeFunction', opts: { function_id: 'shop-child', payload: { data: { n: 21 } }, timeout: '1h' } },
    ])
  })

  test('as final and by name when it asks for what the executor cannot do', () => {
    const answer = read('a wait for a signal')
    expect(answer).toMatchObject({ kind: 'failed', isFinal: true, error: { name: 'UnsupportedStep' } })
    expect(answer.kind === 'failed' && answer.error.message).toContain('WaitForSignal')
  })

  test('as final when a sleep has no time: the SDK writes none when it cannot read what it was given', () => {
    expect(read('a sleep whose time the SDK cannot read')).toMatchObject({ kind: 'failed', isFinal: true })
  })
})

describe('what is not an answer of the SDK is a failure to be tried again', () => {
  const sdk = { 'x-inngest-sdk': 'inngest-js:v4' }

  test('when the header of the SDK is missing, whatever the status says', () => {
    for (const status of [200, 206, 502]) {
      expect(readAnswer({ status, headers: {}, text: '"fine"' }, now)).toMatchObject({
        kind: 'failed',
        isFinal: false,
        error: { name: 'NotAnSdk' },
      })
    }
  })

  test('when it is cut off', () => {
    expect(readAnswer({ status: 200, headers: sdk, text: '{"ok":' }, now)).toMatchObject({ isFinal: false })
  })
})
