import type { PartitionedTable } from '#server/partitions.ts'

type Kept = {
  readonly id: string
  /** What people call it, in the plural. */
  readonly name: string
  /** Why so long, and no longer. */
  readonly reason: string
}
/** Rows that go one batch after the other, so that nothing is locked for long. */
type Swept = Kept & { readonly how: 'rows'; readonly days: number }
/** Months that go as a whole: no row is touched, and the disk is free at once. */
type Dropped = Kept & { readonly how: 'months'; readonly days: number; readonly table: PartitionedTable }
/** Never removed. */
type Forever = Kept & { readonly how: 'forever' }
/** Somebody else's rows, who removes them by himself. */
type Elsewhere = Kept & { readonly how: 'elsewhere'; readonly days: number }

/** How long everything is kept that grows with time. The job that removes, and the page that says so, go by this list. */
export const retention = [
  {
    id: 'job-runs',
    name: 'runs of jobs, with their steps',
    how: 'rows',
    days: 30,
    reason: 'Operations shows the last 48 runs of each job; a month is enough to compare with.',
  },
  {
    id: 'sync-counts',
    name: 'counts of the legacy sync',
    how: 'rows',
    days: 30,
    reason: 'They stand on the page of the run that made them, and go with it.',
  },
  {
    id: 'walks',
    name: 'walks through the old system',
    how: 'rows',
    days: 90,
    reason: 'They say what was found gone, and who said that it really was.',
  },
  {
    id: 'written-across',
    name: 'what was written to the old system, and is there',
    how: 'rows',
    days: 30,
    reason: 'The record itself says what stands there; when it went across is asked in the weeks after.',
  },
  {
    id: 'edited-twice',
    name: 'fields that were changed in both systems at once',
    how: 'rows',
    days: 400,
    reason: 'Whose word stood, and who decided it, may be asked as long as the old system is there.',
  },
  {
    id: 'sent-alerts',
    name: 'what the old engine logged as sent',
    how: 'rows',
    days: 400,
    reason: 'As long as what our own runs found: the two are only held against each other.',
  },
  {
    id: 'differences',
    name: 'differences between the two alert engines',
    how: 'rows',
    days: 120,
    reason: 'The switch looks at a week; a season is enough to talk about one. How many there were stays for good.',
  },
  {
    id: 'parity',
    name: 'comparisons with the old system, field by field',
    how: 'rows',
    days: 90,
    reason: 'The trend of a cut-over; longer than any feature takes to move.',
  },
  {
    id: 'mismatches',
    name: 'differences with the old system that are mended',
    how: 'rows',
    days: 90,
    reason: 'They hold values of records: somebody may ask what was unequal, and not for ever.',
  },
  {
    id: 'rehearsals',
    name: 'rehearsals of a switch',
    how: 'rows',
    days: 400,
    reason: 'What a switch was made by is kept with the switch; these tell what was tried before.',
  },
  {
    id: 'executor',
    name: "the executor's own runs and events",
    how: 'elsewhere',
    days: 7,
    reason: 'The executor removes them itself, each hour; what people look at is our own run history.',
  },
  {
    id: 'facts',
    name: 'facts that were told',
    how: 'rows',
    days: 14,
    reason: 'Only to follow what started what. A fact that could not be told stays three months.',
  },
  {
    id: 'untold-facts',
    name: 'facts that could not be told',
    how: 'rows',
    days: 90,
    reason: 'Something was not done because of them: somebody may still ask what.',
  },
  {
    id: 'slack-messages',
    name: 'messages to Slack',
    how: 'rows',
    days: 90,
    reason: 'A card is changed within its hour; a season is enough to ask what somebody was shown.',
  },
  {
    id: 'slack-requests',
    name: 'what was pressed and written in Slack',
    how: 'rows',
    days: 30,
    reason: 'Slack repeats itself within the hour; what came of it stands on the lead.',
  },
  {
    id: 'incidents',
    name: 'incidents that are over',
    how: 'rows',
    days: 400,
    reason: 'What broke a year ago tells what will break on the same day this year.',
  },
  {
    id: 'drills',
    name: 'fire drills',
    how: 'rows',
    days: 400,
    reason: 'A year of proof that alarms arrive.',
  },
  {
    id: 'heartbeats',
    name: 'signs of life of workers that are gone',
    how: 'rows',
    days: 30,
    reason: 'Every start of a worker leaves one; the runs of the last month name none older.',
  },
  {
    id: 'quality-issues',
    name: 'issues with the data that are closed',
    how: 'rows',
    days: 400,
    reason: 'Whether something comes back each spring is seen after a year.',
  },
  {
    id: 'quality-repairs',
    name: 'what repairs of the data have changed',
    how: 'rows',
    days: 90,
    reason: 'A repair can be taken back for three months; after that the names in it are of no use.',
  },
  {
    id: 'quality-scores',
    name: 'scores of the data, hour by hour',
    how: 'rows',
    days: 400,
    reason: 'The trend of a year, compared with the same week of the one before.',
  },
  {
    id: 'sessions',
    name: 'sessions that have ended',
    how: 'rows',
    days: 90,
    reason: 'Who was signed in when is asked soon after something happened, or never.',
  },
  {
    id: 'tokens',
    name: 'links that were used or have run out',
    how: 'rows',
    days: 30,
    reason: 'A link that is followed too late can say so for a month.',
  },
  {
    id: 'mail-bodies',
    name: 'the content of mails',
    how: 'months',
    days: 400,
    table: 'mail_body',
    reason: 'An agent may look up what a client was sent last year; it is the largest thing that grows.',
  },
  {
    id: 'findings',
    name: 'what alert runs found',
    how: 'months',
    days: 400,
    table: 'alert_finding',
    reason: 'Why a home was told, or was not, is asked for a year; a change that old is never looked at again.',
  },
  {
    id: 'sights',
    name: 'homes as alert runs saw them',
    how: 'months',
    days: 100,
    table: 'alert_sight',
    reason: 'For three months any run can be run again exactly as it was.',
  },
  {
    id: 'standings',
    name: 'how searches and people stood before they were changed',
    how: 'rows',
    days: 140,
    reason: 'A run that is run again needs them; longer than the homes, which go by whole months.',
  },
  {
    id: 'holds',
    name: 'finds that waited for their day or for an agent, and are settled',
    how: 'rows',
    days: 400,
    reason: 'As long as what was found: why a home was told later is asked together with why it was told.',
  },
  {
    id: 'mails',
    name: 'mails, with what became of them',
    how: 'rows',
    days: 760,
    reason: 'That a mail was sent, when and about what, is asked longer than what stood in it.',
  },
  {
    id: 'visits',
    name: 'looks at homes, by people who came from a mail',
    how: 'rows',
    days: 400,
    reason:
      'What mails lead to is compared with the year before; the timeline keeps the days on which somebody looked.',
  },
  {
    id: 'sign-ups',
    name: 'sign-ups for alerts, said yes to or not',
    how: 'rows',
    days: 30,
    reason: 'Who said yes has it kept beside the search; who did not is forgotten.',
  },
  {
    id: 'lead-arrivals',
    name: 'what came in by the doors of leads, as it came',
    how: 'rows',
    days: 400,
    reason: 'A portal or a client may ask a year later what exactly was sent. What waits for a human stays.',
  },
  {
    id: 'lead-files',
    name: 'files of leads',
    how: 'rows',
    days: 400,
    reason: 'As long as their rows, as they came.',
  },
  {
    id: 'rule-trials',
    name: 'trials of rules for leads',
    how: 'rows',
    days: 180,
    reason:
      'Leads of three months are tried; who compares drafts looks at the latest. What published rules rest on stays.',
  },
  {
    id: 'feed',
    name: 'places in the feed of changes',
    how: 'rows',
    days: 400,
    reason: 'Every reader has long passed them; they say which changes an alert run of the last year looked at.',
  },
  {
    id: 'listing-events',
    name: 'changes of homes',
    how: 'forever',
    reason: "A home's price history is worth more the longer it is, and a change is a small row.",
  },
  {
    id: 'job-days',
    name: 'how each job fared, day by day',
    how: 'forever',
    reason: 'The year at a glance outlives the runs: eight small rows a day.',
  },
  {
    id: 'alert-weeks',
    name: 'what became of alerts, week by week',
    how: 'forever',
    reason: 'How alerts fare is asked over years, longer than their mails are kept: a small row an agent and week.',
  },
  {
    id: 'alert-runs',
    name: 'alert runs and their books',
    how: 'forever',
    reason: 'One small row each quarter of an hour: 35,040 a year.',
  },
  {
    id: 'searches',
    name: 'saved searches in each of their versions',
    how: 'forever',
    reason: 'A mail can always say what it matched.',
  },
  {
    id: 'inquiries',
    name: 'what people asked us, in their words',
    how: 'forever',
    reason: 'It is how a client began, and the consent behind alerts; it goes when the contact is deleted.',
  },
  {
    id: 'notes',
    name: 'notes, tasks and appointments',
    how: 'forever',
    reason: 'What was said, done and met with a client is asked for years later; it goes when the contact is deleted.',
  },
  {
    id: 'timeline',
    name: "contacts' timelines",
    how: 'forever',
    reason: 'The story of a client is what a CRM is for; it goes when the contact is deleted.',
  },
  {
    id: 'audit',
    name: 'the audit log',
    how: 'forever',
    reason: 'Who did what to whom is worth nothing when it can be made to go.',
  },
] as const satisfies readonly (Swept | Dropped | Forever | Elsewhere)[]

type Rule = (typeof retention)[number]
export type SweptId = Extract<Rule, { how: 'rows' }>['id']
export type DroppedId = Extract<Rule, { how: 'months' }>['id']

/** From when on something is kept. What is older may be there still, and is not to be relied on. */
export function keptSince(id: SweptId | DroppedId, now: Date): Date {
  const days = [...sweptRules, ...droppedRules].find((rule) => rule.id === id)?.days ?? 0
  return new Date(now.getTime() - days * 24 * 3_600_000)
}

export const sweptRules = retention.filter((rule) => rule.how === 'rows')
export const droppedRules = retention.filter((rule) => rule.how === 'months')
