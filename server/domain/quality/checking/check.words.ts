import type { JobResult } from '#server/domain/jobs/jobs.result.ts'

export type Evaluation = {
  rules: number
  failed: string[]
  opened: number
  reopened: number
  closed: number
  open: number
  critical: number
  muted: number
  records: number
}

const counted = (count: number, one: string) => `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`

/** What an evaluation found, for the run history. A rule that could not look is never told as a clean one. */
export function evaluationInWords({ failed, rules, ...counts }: Evaluation): JobResult {
  const { opened, reopened, closed, open, critical, muted, records } = counts
  const changes = [
    opened > 0 ? `${counted(opened, 'new issue')}${reopened > 0 ? ` (${reopened} back again)` : ''}` : null,
    closed > 0 ? `${counted(closed, 'issue')} closed` : null,
  ].filter((part) => part !== null)
  const words = [
    `${counted(rules - failed.length, 'rule')} looked at ${counted(records, 'record')}:`,
    `${changes.length > 0 ? changes.join(', ') : 'nothing new'};`,
    `${counted(open, 'issue')} open${critical > 0 ? `, ${critical} of them critical` : ''}${muted > 0 ? `, ${muted} muted` : ''}.`,
    failed.length > 0 ? `Could not look: ${failed.join(', ')}.` : null,
  ].filter((part) => part !== null)
  const outcome = failed.length > 0 ? 'warning' : 'good'
  return { words: words.join(' '), outcome, counts: { rules, failed: failed.length, ...counts } }
}
