import type { PrismaClient } from '#server/generated/prisma/client.ts'
import type { WorldEnvironment } from '#world/environment.ts'

const pause = () => new Promise((resolve) => setTimeout(resolve, 200))

async function askFor(environment: WorldEnvironment, functionId: string) {
  const asked = new Date()
  const answer = await fetch(`${environment.INNGEST_BASE_URL}/e/${environment.INNGEST_EVENT_KEY}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'jobs/run.requested', data: { functionId, requestedById: 'demo' } }),
  })
  if (!answer.ok) throw new Error(`The executor refused the request to run ${functionId}: ${answer.status}`)
  return asked
}

/** Asks for a run as the "Run now" button does, and waits for its end. Returns what the job said it did. */
export async function runJob(db: PrismaClient, environment: WorldEnvironment, functionId: string, timeoutMs = 120_000) {
  let asked = await askFor(environment, functionId)
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    const run = await db.jobRun.findFirst({
      where: { functionId, startedAt: { gte: asked }, endedAt: { not: null } },
      orderBy: { startedAt: 'asc' },
    })
    if (run?.status === 'failed') throw new Error(`${functionId} failed: ${run.errorMessage}`)
    if (run) return run
    // A job at work takes no second request: what was asked for then came with the next tick, a minute or more later.
    const missed = await db.jobRun.count({ where: { functionId, startedAt: { lt: asked }, endedAt: { gte: asked } } })
    if (missed > 0) asked = await askFor(environment, functionId)
    await pause()
  }
  throw new Error(`${functionId} did not finish within ${timeoutMs / 1000} s.`)
}

/** Waits until a condition holds; says what was waited for when it does not. */
export async function waitUntil(what: string, holds: () => Promise<boolean>, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    if (await holds()) return
    await pause()
  }
  throw new Error(`Waited ${timeoutMs / 1000} s for this and it did not happen: ${what}`)
}
