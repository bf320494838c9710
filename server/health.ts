import type { RootDb } from '#server/db.ts'
import { jobsHealth } from '#server/domain/jobs/health.queries.ts'
import { withoutPersonalData } from '#server/privacy.words.ts'

const answer = (ok: boolean, body: object) =>
  Response.json({ ok, ...body }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })

const UNREACHABLE = 'The database does not answer.'

/** For load balancers: this process is alive and reaches its database. */
export async function answerHealth(db: RootDb): Promise<Response> {
  try {
    await db.$queryRaw`SELECT 1`
    return answer(true, {})
  } catch {
    return answer(false, { reasons: [UNREACHABLE] })
  }
}

/** For an uptime probe outside of the house: 503 with the reasons when the jobs are not as they should be. */
export async function answerJobsHealth(db: RootDb, now = new Date(), options?: Parameters<typeof jobsHealth>[2]) {
  try {
    const { ok, reasons, paused } = await jobsHealth(db, now, options)
    return answer(ok, { reasons: reasons.map(({ words }) => withoutPersonalData(words)), paused })
  } catch {
    return answer(false, { reasons: [UNREACHABLE], paused: [] })
  }
}
