import { setTimeout as pause } from 'node:timers/promises'
import { FAILPOINTS, type Failpoint } from '#server/failpoint.ts'
import { expectedAlerts, takeSnapshot } from '#world/brute-force.ts'
import type { RunningProcess } from '#world/processes.ts'
import { compareArrived } from '../../kills/arrived.ts'
import { atLeast, atMost, type Bench, known, time } from '../bench.ts'
import { drive } from './drive.ts'
import { openStage, type Stage } from './stage.ts'

const SIZES = { ci: { timesEach: 1, atRandom: 14 }, full: { timesEach: 20, atRandom: 200 } }
const MOVES = 20
/** Mails that one worker hands over at a time: what plain SMTP may repeat when it dies. */
const IN_FLIGHT = 4
const DYING_MS = 5_000

type Death = { at: Failpoint } | { afterMs: number }
type Tally = {
  kills: number
  people: number
  homes: number
  missed: number
  doubled: number
  unasked: number
  repeated: number
}

const whenDead = (worker: RunningProcess) => {
  let dead = false
  void worker.exited.then(() => {
    dead = true
  })
  return () => dead
}

/** Moves the market while `worker` is up, and has it killed on the way; the next worker has to finish. */
async function playRound(stage: Stage, worker: RunningProcess, death: Death | null, tally: Tally) {
  const { legacy, market, smtp } = stage
  const before = await takeSnapshot(legacy, { isSwept: true })
  const from = smtp.received.length
  const movedAt = new Date()
  await market.move({ now: movedAt, moves: MOVES })
  const expected = expectedAlerts({ before, after: await takeSnapshot(legacy, { isSwept: true }) })

  let next = worker
  if (death) {
    const isDead = whenDead(worker)
    const timer = 'afterMs' in death ? setTimeout(() => void worker.kill(), death.afterMs) : undefined
    await drive(stage, movedAt, isDead)
    clearTimeout(timer)
    // The last failpoint lies after the last commit: the work is seen as done a moment before the death.
    if ('at' in death) await Promise.race([worker.exited, pause(DYING_MS)])
    // All was done before the random moment came: an idle worker is killed as well.
    const isKilled = isDead() || 'afterMs' in death
    await worker.kill()
    if (isKilled) tally.kills += 1
    await stage.endLeases()
    next = await stage.startWorker()
  }
  await drive(stage, movedAt)

  const result = compareArrived(expected.people, smtp.received.slice(from))
  tally.people += expected.people.size
  tally.homes += [...expected.people.values()].reduce((sum, homes) => sum + homes.size, 0)
  tally.missed += result.missed.length
  tally.doubled += result.doubled.length
  tally.unasked += result.unasked.length
  tally.repeated += result.repeated
  return next
}

const shuffled = <T>(items: T[]) =>
  items
    .map((item) => ({ item, key: Math.random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)

/** The whole worker, killed by SIGKILL at each failpoint and at random moments while alerts are on their way. */
export const bench: Bench = async ({ full, show, tell }) => {
  const { timesEach, atRandom } = full ? SIZES.full : SIZES.ci
  const stage = await openStage()
  let worker = await stage.startWorker()
  try {
    tell('The old system is brought over, and the first alert run takes its baseline')
    await drive(stage, new Date(0))
    const tally: Tally = { kills: 0, people: 0, homes: 0, missed: 0, doubled: 0, unasked: 0, repeated: 0 }
    const quiet = await time(() => playRound(stage, worker, null, tally))
    show(known('one round without a kill', quiet.ms, 'ms', { note: `${tally.people} people, ${tally.homes} homes` }))

    const deaths: Death[] = shuffled([
      ...FAILPOINTS.flatMap((at) => Array.from({ length: timesEach }, () => ({ at }))),
      ...Array.from({ length: atRandom }, () => ({ afterMs: Math.random() * quiet.ms })),
    ])
    for (const [turn, death] of deaths.entries()) {
      tell(
        `Kill ${turn + 1} of ${deaths.length}: ${'at' in death ? death.at : `after ${Math.round(death.afterMs)} ms`}`,
      )
      if ('at' in death) {
        await worker.kill()
        await stage.endLeases()
        worker = await stage.startWorker(death.at)
      }
      worker = await playRound(stage, worker, death, tally)
    }

    const { db, smtp } = stage
    const planned = await db.alertMail.count()
    const open = await db.alertRun.count({ where: { state: { not: 'closed' } } })
    const arrived = new Set(smtp.received.map(({ messageId }) => messageId)).size
    const each = `${FAILPOINTS.length} failpoints x ${timesEach} and ${atRandom} random moments; leases of the dead are ended, not waited for`
    show(atLeast('workers killed at work', tally.kills, 'kills', deaths.length, { note: each }))
    show(known('homes that people had to be told of', tally.homes, 'homes', { note: `${tally.people} mails` }))
    show(atMost('missed', tally.missed, 'homes', 0))
    show(atMost('told twice under two Message-IDs', tally.doubled, 'homes', 0))
    show(atMost('told to somebody who did not ask', tally.unasked, 'homes', 0))
    show(
      atMost('repeated under the same Message-ID', tally.repeated, 'mails', IN_FLIGHT * tally.kills, {
        note: 'plain SMTP; at most the mails in flight',
      }),
    )
    show(atMost('planned mails that did not arrive', planned - arrived, 'mails', 0, { note: `${planned} planned` }))
    show(atMost('books that are not closed', open, 'runs', 0))
  } finally {
    await worker.kill()
    await stage.stop()
  }
}
