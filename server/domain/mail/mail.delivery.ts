import { failpoint } from '#server/failpoint.ts'
import { countHeldAlerts, findBrake } from './brake/brake.queries.ts'
import { markHeldAlerts, pullBrakeIfNeeded } from './brake/brake.service.ts'
import { type Claimed, claimMails } from './mail.claim.ts'
import { type DeliveryDeps, handOver } from './mail.hand-over.ts'

/** What became of the mails that were tried, and the last reason why one could not leave. */
export type DeliveryCounts = {
  sent: number
  failed: number
  suppressed: number
  deferred: number
  unknown: number
  /** Alerts that wait because the brake is pulled. */
  held: number
  lastReason: string | null
}

const LANES = 4
/** Claimed at once for each lane: the last of them has to begin well within its lease, also when each takes its time-out. */
const MAILS_A_LANE = 5

const lanesOf = ({ mailer }: DeliveryDeps) => mailer.lanes ?? LANES

async function handOverAll(deps: DeliveryDeps, mails: Claimed[], counts: DeliveryCounts) {
  let refusals = 0
  const lane = async () => {
    for (let mail = mails.shift(); mail; mail = mails.shift()) {
      const { state, lastError, refusal } = await handOver(deps, mail)
      if (state === 'queued') counts.deferred += 1
      else if (state === 'sent' || state === 'failed' || state === 'suppressed' || state === 'unknown')
        counts[state] += 1
      if (lastError) counts.lastReason = lastError
      if (refusal) refusals += 1
    }
  }
  await Promise.all(Array.from({ length: lanesOf(deps) }, lane))
  return refusals
}

/** Sends what is due, a few at a time, until nothing is or `limit` mails were tried. Alerts wait while they are stopped. */
export async function deliverMails(deps: DeliveryDeps, { limit }: { limit: number }): Promise<DeliveryCounts> {
  const { db, now } = deps
  const counts: DeliveryCounts = {
    sent: 0,
    failed: 0,
    suppressed: 0,
    deferred: 0,
    unknown: 0,
    held: 0,
    lastReason: null,
  }
  for (let tried = 0; tried < limit; ) {
    const brake = await findBrake(db)
    if (brake) {
      await markHeldAlerts(db, brake)
      counts.held = await countHeldAlerts(db)
    }
    const most = MAILS_A_LANE * lanesOf(deps)
    const mails = await claimMails(db, { now: now(), withAlerts: brake === null, most })
    if (mails.length === 0) break
    failpoint('mail.after-claim')
    tried += mails.length
    const refusals = await handOverAll(deps, mails, counts)
    if (refusals > 0) await pullBrakeIfNeeded(db, now())
  }
  return counts
}
