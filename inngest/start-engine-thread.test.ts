import { afterAll, expect, test } from 'vitest'
import { ownDatabase } from '#server/testing/database.ts'
import { freePort } from '#world/ports.ts'
import { startEngineThread } from './start-engine-thread.ts'

const own = await ownDatabase()
afterAll(() => own.close())

test('the executor answers from its thread until it is stopped, and says why it can not start', async () => {
  const port = await freePort()
  const data = { databaseUrl: own.url, port, eventKey: 'key', signingKey: 'signkey-test-00', apps: [] }
  const lost: Error[] = []
  const executor = await startEngineThread(data, (error) => lost.push(error))
  const health = async () => (await fetch(`http://127.0.0.1:${port}/health`)).json()
  expect(await health()).toMatchObject({ status: 'ok' })
  await expect(startEngineThread(data, () => {})).rejects.toThrow('EADDRINUSE')
  await executor.stop()
  await expect(health()).rejects.toThrow('fetch failed')
  expect(lost).toEqual([])
})
