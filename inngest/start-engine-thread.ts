import { Worker } from 'node:worker_threads'
import type { EngineOptions } from './engine/engine.types.ts'

/** What an executor is started with, as far as it can be handed to another thread. */
export type EngineThreadData = Pick<EngineOptions, 'databaseUrl' | 'port' | 'eventKey' | 'signingKey' | 'apps'>

/** From source the thread is a module beside this one; the bundle has it beside itself. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './engine-thread.ts' : './engine-thread.mjs', import.meta.url)

/**
 * Starts the executor in a thread of its own: a function that computes, or renders a mail, holds up nobody else's step,
 * and no lease runs out over it. Rejects when it can't start; `onLost` is told when it ends unasked.
 */
export async function startEngineThread(
  data: EngineThreadData,
  onLost: (error: Error) => void,
): Promise<{ stop: () => Promise<void> }> {
  const thread = new Worker(THREAD, { workerData: data })
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    thread.once('message', () => resolve())
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The executor's thread has ended with code ${code}.`)))
  })
  let isStopping = false
  let cause: Error | undefined
  thread.on('error', (error: Error) => {
    cause = error
  })
  thread.on('exit', (code) => {
    if (!isStopping) onLost(cause ?? new Error(`The executor's thread has ended with code ${code}.`))
  })
  return {
    async stop() {
      isStopping = true
      thread.postMessage('stop')
      await ended
    },
  }
}
