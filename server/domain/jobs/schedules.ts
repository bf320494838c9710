/** One line per scheduled job: the functions and the operations pages are both made from this list. */
export type Schedule = {
  readonly id: string
  /** What people call it. */
  readonly name: string
  readonly purpose: string
  /** Standard cron with an IANA zone. */
  readonly cron: `TZ=${string} ${string}`
  /** A tick that has not started this long after its time is overdue. */
  readonly graceSeconds: number
  /** A run that shows no sign of life for this long is stuck. */
  readonly stuckSeconds: number
}

export const schedules = [
  {
    id: 'sync-legacy',
    name: 'Legacy sync',
    purpose:
      'Brings over what has changed in the old system: people, contacts, homes, searches, leads, notes, tasks and deals.',
    cron: 'TZ=America/New_York * * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'sweep-legacy',
    name: 'Legacy walk',
    purpose:
      'Walks through the old system from end to end, for what no date of change tells: silent edits, undated records, and what is gone.',
    cron: 'TZ=America/New_York 1-59/5 * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'reconcile-legacy',
    name: 'Legacy comparison',
    purpose:
      'Compares every record of the old system with what came over, by digests, and names and heals what differs.',
    cron: 'TZ=America/New_York 40 4,10,16,22 * * *',
    graceSeconds: 900,
    stuckSeconds: 900,
  },
  {
    id: 'compare-legacy',
    name: 'Parity with the old system',
    purpose: 'Compares what came over with the records here, field by field and both ways round.',
    cron: 'TZ=America/New_York 3-59/5 * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'write-legacy',
    name: 'Writes to the old system',
    purpose:
      'Writes what was changed here into the old system, as soon as it is committed, and tries again what could not be.',
    cron: 'TZ=America/New_York * * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'send-alerts',
    name: 'Property alerts',
    purpose:
      'Finds homes that are new, cheaper or back on the market and plans one mail for each person who wants them.',
    cron: 'TZ=America/New_York */15 * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'deliver-mails',
    name: 'Mail delivery',
    purpose: 'Sends what waits in the outbox, and tries again what could not be sent.',
    cron: 'TZ=America/New_York * * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'deliver-slack',
    name: 'Slack delivery',
    purpose: 'Looks for messages to Slack that were left over, and sees to it that they leave.',
    cron: 'TZ=America/New_York * * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'map-slack-people',
    name: 'People in Slack',
    purpose: 'Looks up who of us is who in Slack, and says who can not be reached there.',
    // Before the agents' day begins.
    cron: 'TZ=America/New_York 20 6 * * *',
    graceSeconds: 900,
    stuckSeconds: 900,
  },
  {
    id: 'greet-slack',
    name: 'Slack heartbeat',
    purpose: 'Says one line in each Slack channel of ours, so that one that is closed is known before a lead needs it.',
    // Before the agents' day begins.
    cron: 'TZ=America/New_York 30 7 * * *',
    graceSeconds: 900,
    stuckSeconds: 300,
  },
  {
    id: 'close-alert-books',
    name: 'Alert books',
    purpose: 'Checks that each planned mail was sent, failed, suppressed or deferred, and says so when one is missing.',
    cron: 'TZ=America/New_York * * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'relay-outbox',
    name: 'Outbox relay',
    purpose: 'Picks up facts that the live relay has missed.',
    cron: 'TZ=America/New_York * * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'watch-leads',
    name: 'Leads watched',
    purpose: 'Sees to it that no lead is without an agent, a live offer or a pond, and mends what is.',
    cron: 'TZ=America/New_York * * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'watch-jobs',
    name: 'Job watch',
    purpose: 'Looks for overdue, stuck and broken jobs and raises or resolves their incidents.',
    cron: 'TZ=America/New_York * * * * *',
    graceSeconds: 120,
    stuckSeconds: 300,
  },
  {
    id: 'canary-failure',
    name: 'Fire drill',
    purpose: 'Fails on purpose once a day, at an hour that nobody knows, to prove that alarms arrive.',
    // Off the quarter hours, when the alerts are at work.
    cron: 'TZ=America/New_York 4-59/10 * * * *',
    graceSeconds: 300,
    stuckSeconds: 300,
  },
  {
    id: 'tend-searches',
    name: 'Alerts that need a look',
    purpose:
      'Looks for alerts that nobody follows, that find nothing or too much, and says so before anything changes.',
    // Before the agents' day begins: their mail is there when they open the first one.
    cron: 'TZ=America/New_York 40 5 * * *',
    graceSeconds: 900,
    stuckSeconds: 900,
  },
  {
    id: 'check-quality',
    name: 'Data quality',
    purpose: 'Looks for records that can not be right: duplicates, impossible values, missing and stale ones.',
    // Off the quarter hours, when the alerts are at work.
    cron: 'TZ=America/New_York 25 * * * *',
    graceSeconds: 300,
    stuckSeconds: 900,
  },
  {
    id: 'compare-alerts',
    name: 'Shadow alerts',
    purpose: 'Holds what the old engine sent against what Palmetto sent, person by person, and says why they differ.',
    cron: 'TZ=America/New_York 10 6 * * *',
    graceSeconds: 900,
    stuckSeconds: 900,
  },
  {
    id: 'keep-house',
    name: 'Housekeeping',
    purpose: 'Removes what is older than it has to be kept, and opens the months ahead.',
    // Three in the morning exists once a day in every year; two does not.
    cron: 'TZ=America/New_York 20 3 * * *',
    graceSeconds: 900,
    stuckSeconds: 900,
  },
  {
    id: 'count-alert-weeks',
    name: 'Alert weeks',
    purpose: 'Counts, week by week, what became of the alerts, so that a year of them is there in a moment.',
    cron: 'TZ=America/New_York 50 3 * * *',
    graceSeconds: 900,
    stuckSeconds: 900,
  },
] as const satisfies readonly Schedule[]

export type ScheduleId = (typeof schedules)[number]['id']

/** What is to be known of jobs that only facts start, where they differ from the others of their kind. */
export const factJobs = [
  // They wait for people, an offer for an hour and a chase for days, and were called stuck; lost leads are found by `watch-leads`.
  { id: 'offer-lead', stuckSeconds: null },
  { id: 'chase-lead', stuckSeconds: null },
] as const satisfies readonly { readonly id: string; readonly stuckSeconds: number | null }[]

const STUCK_SECONDS = 300

/** After how many seconds without a sign of life a run of this job is stuck; null for one that waits for people. */
export function stuckSecondsOf(functionId: string): number | null {
  const declared = scheduleOf(functionId) ?? factJobs.find(({ id }) => id === functionId)
  return declared ? declared.stuckSeconds : STUCK_SECONDS
}

/** What people call a job; one that has gone keeps its id. */
export const jobNameOf = (functionId: string): string => scheduleOf(functionId)?.name ?? functionId

/** The cron of a schedule, or undefined for a job that only events start. */
export const scheduleOf = (id: string): Schedule | undefined => schedules.find((schedule) => schedule.id === id)
