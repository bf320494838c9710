import { parentPort, workerData } from 'node:worker_threads'
import { log } from '#server/log.ts'
import { startEngine } from './engine/engine.ts'
import type { EngineThreadData } from './start-engine-thread.ts'

/** The executor's own thread; see `startEngineThread`. */
const options: EngineThreadData = workerData
const engine = await startEngine({ ...options, log: log.child({ part: 'executor' }) })
parentPort?.postMessage('ready')
parentPort?.once('message', async () => {
  await engine.stop()
  process.exit(0)
})
