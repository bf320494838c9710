import { env } from '#server/env.ts'

/** Every named place at which a job may be killed in tests. A step of the alert run without one fails a test. */
export const FAILPOINTS = [
  'alerts.before-numbering',
  'alerts.after-numbering',
  'alerts.after-matching',
  'alerts.before-plan-commit',
  'alerts.after-plan-commit',
  'mail.after-claim',
  'mail.before-hand-over',
  'mail.after-hand-over',
  'mail.after-record',
  'books.before-close',
  'books.after-close',
  'relay.after-claim',
  'relay.after-send',
  'sync.before-page-commit',
  'sync.after-page-commit',
] as const
export type Failpoint = (typeof FAILPOINTS)[number]

/** Those of the walks through the old system, which no alert waits for. */
export const SWEEP_FAILPOINTS = [
  'sweep.before-page-commit',
  'sweep.after-page-commit',
  'sweep.before-tombstones',
  'sweep.after-tombstones',
] as const
export type SweepFailpoint = (typeof SWEEP_FAILPOINTS)[number]

/** Those of what is written to the old system. */
export const WRITE_FAILPOINTS = [
  'writes.after-claim',
  'writes.before-send',
  'writes.after-send',
  'writes.before-settle',
] as const
export type WriteFailpoint = (typeof WRITE_FAILPOINTS)[number]

/** Those of what happens to a lead. */
export const LEAD_FAILPOINTS = ['leads.before-commit', 'leads.after-commit'] as const
export type LeadFailpoint = (typeof LEAD_FAILPOINTS)[number]

/** Those of the way to Slack and back. */
export const SLACK_FAILPOINTS = [
  'slack.after-keep',
  'slack.before-answer',
  'slack.after-answer',
  'slack.after-lane',
  'slack.before-post',
  'slack.after-post',
] as const
export type SlackFailpoint = (typeof SLACK_FAILPOINTS)[number]

/** Dies here, as a power cut would, when the test that started this process asked for it. */
export function failpoint(name: Failpoint | SweepFailpoint | WriteFailpoint | LeadFailpoint | SlackFailpoint) {
  if (env.PALMETTO_FAILPOINT === name) process.kill(process.pid, 'SIGKILL')
}
