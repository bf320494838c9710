import { Worker } from 'node:worker_threads'
import type { Log } from '#server/log.ts'
import type { FeedWindow, Matcher, Matches } from '../matcher.ts'
import { openMatches } from './packed-matches.ts'
import type { MatchAnswer, MatchOrder, ThreadData } from './thread.types.ts'

/** Cold, a million searches take some seconds. A thread that is silent for this long is ended. */
const PATIENCE_MS = 300_000

/**
 * What is packed does not count. Left alone, the heap takes twice as much before it is tidied, and a young generation of
 * the usual size is tidied a hundred times while a million searches pass through it.
 */
const LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 48 }

/** From source the thread is a module beside this one; the bundle has it beside itself. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './matcher-thread.mjs', import.meta.url)

type Asked = { resolve: (matches: Matches) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }
type Thread = { ask: (order: Omit<MatchOrder, 'id'>) => Promise<Matches>; end: () => Promise<unknown> }

function startThread(data: ThreadData, onEnd: () => void): Thread {
  const worker = new Worker(THREAD, { workerData: data, resourceLimits: LIMITS })
  const asked = new Map<number, Asked>()
  let count = 0
  // A process that has nothing else to do may go.
  worker.unref()

  function settle(id: number, settle: (asked: Asked) => void) {
    const one = asked.get(id)
    if (!one) return
    asked.delete(id)
    clearTimeout(one.timer)
    settle(one)
  }
  function fail(error: Error) {
    for (const id of [...asked.keys()]) settle(id, ({ reject }) => reject(error))
    onEnd()
  }
  worker.on('message', (answer: MatchAnswer) => {
    settle(answer.id, ({ resolve, reject }) =>
      'matches' in answer ? resolve(openMatches(answer.matches)) : reject(new Error(answer.error)),
    )
  })
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`The matcher's thread has ended with code ${code}.`)))

  const ask = (order: Omit<MatchOrder, 'id'>) => {
    const id = ++count
    const { promise, resolve, reject } = Promise.withResolvers<Matches>()
    const timer = setTimeout(() => void worker.terminate(), PATIENCE_MS)
    asked.set(id, { resolve, reject, timer })
    worker.postMessage({ id, ...order } satisfies MatchOrder)
    return promise
  }
  return { ask, end: () => worker.terminate() }
}

type Options = {
  databaseUrl: string
  log: Log
  /** Who matches when the thread cannot: alerts that are late are better than none. */
  otherwise: Matcher
}

/**
 * Matches in a thread that keeps all searches in memory, on a connection of its own that sees exactly what the
 * transaction sees. A thread that fails is replaced at the next run.
 */
export function startThreadMatcher({ databaseUrl, log, otherwise }: Options): {
  match: Matcher
  stop: () => Promise<void>
} {
  let thread: Thread | null = null

  const match: Matcher = async (tx, window: FeedWindow) => {
    const [exported] = await tx.$queryRaw<{ snapshot: string }[]>`SELECT pg_export_snapshot() AS snapshot`
    try {
      thread ??= startThread({ databaseUrl }, () => {
        thread = null
      })
      return await thread.ask({ snapshot: exported?.snapshot ?? '', ...window })
    } catch (error) {
      log.error({ err: error }, 'The matcher in memory failed; the database matches instead.')
      return otherwise(tx, window)
    }
  }
  const stop = async () => {
    await thread?.end()
  }
  return { match, stop }
}
