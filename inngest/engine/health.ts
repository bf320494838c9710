import type { Core } from './core.ts'

/** Whether the executor can work, and how far behind it is. */
export async function readHealth({ database, clock }: Core, problems: Map<string, string>) {
  try {
    const now = clock.now()
    const [row] = await database.query<{ functions: number; running: number; oldest: Date | null }>(
      `select (select count(*)::int from inngest_engine.function where removed_at is null) as functions,
              (select count(*)::int from inngest_engine.run where ended_at is null) as running,
              (select min(due_at) from inngest_engine.job where due_at <= $1 and lease_until is null) as oldest`,
      [now],
    )
    const behindSeconds = row?.oldest ? Math.max(0, Math.round((now.getTime() - row.oldest.getTime()) / 1e3)) : 0
    const body = {
      status: problems.size === 0 ? 'ok' : 'not registered',
      functions: row?.functions ?? 0,
      runsInProgress: row?.running ?? 0,
      behindSeconds,
      apps: Object.fromEntries(problems),
    }
    return { status: problems.size === 0 ? 200 : 503, body }
  } catch {
    return { status: 503, body: { status: 'no database' } }
  }
}
