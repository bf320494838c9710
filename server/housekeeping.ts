import type { RootDb } from '#server/db.ts'
import { sweepHolds, sweepStandings, sweepVisits } from '#server/domain/alerts/alerts.retention.ts'
import { sweepDrills, sweepHeartbeats, sweepIncidents, sweepRuns } from '#server/domain/jobs/jobs.retention.ts'
import { type DroppedId, droppedRules, keptSince, type SweptId } from '#server/domain/jobs/retention.ts'
import { sweepArrivals, sweepLeadFiles } from '#server/domain/leads/doors/doors.retention.ts'
import { sweepSignUps } from '#server/domain/leads/leads.retention.ts'
import { sweepTunnelRuns } from '#server/domain/leads/wind-tunnel/tunnel.retention.ts'
import { sweepMismatches, sweepParity, sweepRehearsals } from '#server/domain/legacy/cutover/cutover.retention.ts'
import { sweepSyncCounts, sweepWalks } from '#server/domain/legacy/legacy.retention.ts'
import { sweepDifferences, sweepSentAlerts } from '#server/domain/legacy/shadow/shadow.retention.ts'
import { sweepConflicts, sweepWritten } from '#server/domain/legacy/writes/writes.retention.ts'
import { sweepFeed } from '#server/domain/listings/listings.retention.ts'
import { sweepMails } from '#server/domain/mail/mail.retention.ts'
import { sweepSessions, sweepTokens } from '#server/domain/org/org.retention.ts'
import { sweepIssues, sweepRepairs, sweepScores } from '#server/domain/quality/quality.retention.ts'
import { sweepSlackMessages, sweepSlackRequests } from '#server/domain/slack/slack.retention.ts'
import { sweepTold, sweepUntold } from '#server/outbox.ts'
import { countStrays, dropPartitions, openPartitions } from '#server/partitions.ts'
import type { Sweep } from '#server/sweep.ts'

/** Who removes what. A period without somebody who keeps to it does not compile. */
const sweeps: Record<SweptId, Sweep> = {
  'job-runs': sweepRuns,
  'sync-counts': sweepSyncCounts,
  walks: sweepWalks,
  parity: sweepParity,
  mismatches: sweepMismatches,
  rehearsals: sweepRehearsals,
  'sent-alerts': sweepSentAlerts,
  differences: sweepDifferences,
  'written-across': sweepWritten,
  'edited-twice': sweepConflicts,
  facts: sweepTold,
  'untold-facts': sweepUntold,
  'slack-messages': sweepSlackMessages,
  'slack-requests': sweepSlackRequests,
  incidents: sweepIncidents,
  drills: sweepDrills,
  heartbeats: sweepHeartbeats,
  'quality-issues': sweepIssues,
  'quality-repairs': sweepRepairs,
  'quality-scores': sweepScores,
  sessions: sweepSessions,
  tokens: sweepTokens,
  standings: sweepStandings,
  holds: sweepHolds,
  mails: sweepMails,
  feed: sweepFeed,
  visits: sweepVisits,
  'sign-ups': sweepSignUps,
  'lead-arrivals': sweepArrivals,
  'lead-files': sweepLeadFiles,
  'rule-trials': sweepTunnelRuns,
}

const BATCH = 1_000
/** What a night does not manage is left for the next one. */
const BATCHES = 500

export type HouseDeps = { db: RootDb; now: () => Date }

/** Removes what is older than its period, in small statements: killed anywhere, the next run goes on from there. */
export async function sweepOld(
  deps: HouseDeps,
  id: SweptId,
  { batch = BATCH, batches = BATCHES } = {},
): Promise<{ rows: number; isDone: boolean }> {
  const before = keptSince(id, deps.now())
  let rows = 0
  for (let count = 0; count < batches; count += 1) {
    const removed = await sweeps[id](deps.db, before, batch)
    rows += removed
    if (removed < batch) return { rows, isDone: true }
  }
  return { rows, isDone: false }
}

export type Months = { opened: number; dropped: string[]; strays: number; moved: number }

/** Opens the months ahead of a table and drops those whose period is over. Says what stood in no month. */
export async function keepMonths(deps: HouseDeps, id: DroppedId): Promise<Months> {
  const { db, now } = deps
  const rule = droppedRules.find((each) => each.id === id)
  if (!rule) throw new Error(`Nobody knows how long ${id} are kept.`)
  const { table } = rule
  const before = await countStrays(db, table)
  const opened = await openPartitions(db, table, now())
  const dropped = await dropPartitions(db, table, keptSince(id, now()))
  const strays = await countStrays(db, table)
  return { opened, dropped, strays, moved: before - strays }
}
