import { createBell, pause } from './bell.ts'
import type { Core } from './core.ts'
import { isDisconnect } from './database.ts'
import { PURGE, runPurge } from './purge.ts'
import { claim, giveBack, heartbeat, type Job, LeaseLost, letGo } from './queue.ts'
import { callStep } from './step.call.ts'
import { runTask } from './tasks.ts'

type Running = { job: Job; abort: AbortController; done: Promise<void> }

/** Claims due jobs and runs them, at most `concurrency` at once. */
export type Worker = {
  /** Claims what is due and there is room for; returns how many jobs that were. */
  claimDue: () => Promise<number>
  /** The same, and tells whether there may be more that is due, and when the next job becomes due. */
  claimAndLook: () => Promise<{ claimed: number; isAll: boolean; nextDue: Date | null }>
  running: Map<string, Running>
  /** Rings when a job has ended. */
  bell: ReturnType<typeof createBell>
  /** Prolongs the leases of running jobs, and gives up those that another executor has taken. */
  beat: () => Promise<void>
  stop: (graceMs: number) => Promise<void>
  /** Errors of the executor's own since the last look; a test must not pass over them. */
  takeFaults: () => unknown[]
}

export function createWorker(core: Core, concurrency: number): Worker {
  const running = new Map<string, Running>()
  const bell = createBell()
  let isStopping = false
  let faults: unknown[] = []
  let turn = Promise.resolve()
  let beatAt = 0

  /** Writes a result down however long Postgres is away: the fence decides whether it still counts. */
  async function persist(work: () => Promise<void>, signal: AbortSignal) {
    for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 2_000)) {
      try {
        return await work()
      } catch (error) {
        if (!isDisconnect(error) || signal.aborted) throw error
        await pause(waitMs)
      }
    }
  }

  /** Returns what is to be done next in its place. */
  async function perform(job: Job, signal: AbortSignal): Promise<Job | undefined> {
    try {
      if (job.task === 'step') await callStep(core, job, signal, (work) => persist(work, signal))
      else if (job.task === PURGE) await runPurge(core, job)
      else return await runTask(core, job)
    } catch (error) {
      if (error instanceof LeaseLost || signal.aborted) return undefined
      faults.push(error)
      core.log.error({ jobId: job.id, task: job.task, runId: job.run_id, err: error }, 'job failed, to be tried again')
      // When this fails too, the lease runs out and the job comes back by itself.
      await core.database.transaction((tx) => giveBack(tx, job)).catch(() => {})
    }
    return undefined
  }

  function start(job: Job) {
    const abort = new AbortController()
    const isInTurn = core.isOrderly && job.task !== 'step'
    const performed = isInTurn ? turn.then(() => perform(job, abort.signal)) : perform(job, abort.signal)
    if (isInTurn) turn = performed.then(() => {})
    const done = performed.then(async (next) => {
      // When that fails, its lease runs out, and it comes back by itself.
      if (next && isStopping) await letGo(core.database, next).catch(() => {})
      running.delete(job.id)
      if (next && !isStopping) start(next)
      bell.ring()
    })
    running.set(job.id, { job, abort, done })
  }

  async function beat() {
    beatAt = core.clock.now().getTime()
    const held = [...running.values()]
    if (held.length === 0) return
    const jobs = held.map(({ job }) => job)
    const kept = await heartbeat(core.database, core.leaseMs, jobs)
    for (const { job, abort } of held) if (!kept.has(job.id)) abort.abort()
  }

  async function claimAndLook() {
    if (isStopping) return { claimed: 0, isAll: true, nextDue: null }
    // A process that was held up for longer than a lease would otherwise claim what it is still doing.
    const isLate = core.clock.now().getTime() - beatAt > core.leaseMs / 2
    if (isLate) await beat()
    const { jobs, ...more } = await claim(core.database, core.leaseMs, concurrency - running.size)
    for (const job of jobs) start(job)
    return { claimed: jobs.length, ...more }
  }

  return {
    running,
    bell,
    beat,
    claimAndLook,
    claimDue: async () => (await claimAndLook()).claimed,
    async stop(graceMs) {
      isStopping = true
      const all = Promise.all([...running.values()].map(({ done }) => done))
      const late = new AbortController()
      await Promise.race([all, pause(graceMs, late.signal)])
      late.abort()
      for (const { abort } of running.values()) abort.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
    },
    takeFaults() {
      const taken = faults
      faults = []
      return taken
    },
  }
}
