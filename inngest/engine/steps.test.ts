import { afterEach, beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '#server/testing/database.ts'
import { bareClient } from './testing.client.ts'
import { startTestEngine, type TestEngine } from './testing.ts'

let databaseUrl = ''
beforeAll(async () => {
  databaseUrl = (await ownDatabase()).url
})

let engine: TestEngine
afterEach(() => engine.stop())

test('steps run once each, in order, and their results are remembered', async () => {
  const calls: string[] = []
  engine = await startTestEngine({
    databaseUrl,
    app: (connection) => {
      const client = bareClient(connection)
      const sums = client.createFunction({ id: 'sums', triggers: [{ event: 'sums' }] }, async ({ event, step }) => {
        const a = await step.run('a', () => {
          calls.push('a')
          return Number(event.data.start) + 1
        })
        const b = await step.run('b', () => {
          calls.push('b')
          return a * 3
        })
        return { a, b }
      })
      return { client, functions: [sums] }
    },
  })
  await engine.send({ name: 'sums', data: { start: 1 } })
  await engine.drain()
  expect(await engine.runs('sums')).toMatchObject([{ status: 'completed', output: { a: 2, b: 6 } }])
  expect(calls).toEqual(['a', 'b'])
})
