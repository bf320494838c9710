import type { JobResult } from '#server/domain/jobs/jobs.result.ts'

/** "5 weeks with 412 mails counted." */
export const weeksInWords = ({ weeks, mails }: { weeks: number; mails: number }): JobResult => ({
  words: `${weeks} weeks with ${mails.toLocaleString('en-US')} ${mails === 1 ? 'mail' : 'mails'} counted.`,
  outcome: 'good',
  counts: { weeks, mails },
})
