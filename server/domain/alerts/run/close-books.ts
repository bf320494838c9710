import type { Db, RootDb } from '#server/db.ts'
import { failpoint } from '#server/failpoint.ts'
import { countMailsByRun, type MailCounts } from './books.sql.ts'
import { horizonProblem } from './horizon.ts'

/** A planned mail that nobody has even tried to send after this long is missing, not late. */
const UNTRIED_LIMIT_MS = 10 * 60_000
/** Books stay open for corrections while a deferred mail may still leave. */
const REOPEN_DAYS = 3

export type BooksResult = { closed: number; broken: number; open: number; problems: string[] }

type Run = { id: string; planned: number; startedAt: Date; horizonAgeMs: number }

function findProblem(run: Run, counts: MailCounts, now: Date): string | null {
  const { sent, failed, suppressed, deferred, untried } = counts
  const accounted = sent + failed + suppressed + deferred
  if (accounted + untried !== run.planned) {
    return `${run.planned} mails were planned, and ${accounted + untried} are in the outbox.`
  }
  if (untried > 0 && now.getTime() - run.startedAt.getTime() > UNTRIED_LIMIT_MS) {
    return `${untried} planned mails have not been tried ten minutes after the run.`
  }
  return horizonProblem(run.horizonAgeMs)
}

async function closeOne(tx: Db, run: Run, counts: MailCounts, now: Date): Promise<'closed' | 'broken' | 'open'> {
  const { sent, failed, suppressed, deferred, untried } = counts
  const problem = findProblem(run, counts, now)
  const state = problem ? 'broken' : untried > 0 ? 'sending' : 'closed'
  const closedAt = state === 'sending' ? null : now
  await tx.alertRun.update({
    where: { id: run.id },
    data: { sent, failed, suppressed, deferred, state, problem, closedAt },
  })
  return state === 'sending' ? 'open' : state
}

/**
 * Closes the books of runs whose mails are all accounted for: planned = sent + failed + suppressed + deferred.
 * Books with deferred mails are counted again until those mails have left or died.
 */
export async function closeBooks({ db, now }: { db: RootDb; now: () => Date }): Promise<BooksResult> {
  const at = now()
  const since = new Date(at.getTime() - REOPEN_DAYS * 86_400_000)
  const runs = await db.alertRun.findMany({
    where: {
      OR: [
        { state: 'sending' },
        { state: 'broken', startedAt: { gt: since } },
        { state: 'closed', deferred: { gt: 0 }, startedAt: { gt: since } },
      ],
    },
    select: { id: true, planned: true, startedAt: true, horizonAgeMs: true },
    orderBy: { slot: 'asc' },
  })
  const countsOf = await countMailsByRun(
    db,
    runs.map(({ id }) => id),
  )
  const result: BooksResult = { closed: 0, broken: 0, open: 0, problems: [] }
  for (const run of runs) {
    const counts = countsOf.get(run.id) ?? { sent: 0, failed: 0, suppressed: 0, deferred: 0, untried: 0 }
    failpoint('books.before-close')
    const state = await db.$transaction((tx) => closeOne(tx, run, counts, at))
    failpoint('books.after-close')
    result[state] += 1
    if (state === 'broken') result.problems.push(findProblem(run, counts, at) ?? 'unknown')
  }
  return result
}
