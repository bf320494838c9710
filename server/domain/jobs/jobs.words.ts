import { spokenDuration } from './alarms.words.ts'

/** What started a run, for people. */
export function triggerInWords(trigger: string): string {
  if (trigger === 'cron') return 'On schedule'
  if (trigger === 'jobs/run.requested') return 'Asked for'
  if (trigger === 'mail/queued') return 'Mails were queued'
  if (trigger === 'legacy/write.queued') return 'Something was saved'
  return `Event ${trigger}`
}

const WHEN: Record<string, string> = { '* * * * *': 'Every minute', '0 * * * *': 'Every hour' }

/** "Every 15 minutes"; a pattern that it has no words for it shows as it is. */
export function cronInWords(cron: string): string {
  const pattern = cron.replace(/^TZ=\S+ /, '')
  const minutes = /^(?:\*|\d+-59)\/(\d+) \* \* \* \*$/.exec(pattern)?.[1]
  const [, minute = '', hours] = /^(\d+) ([\d,]+) \* \* \*$/.exec(pattern) ?? []
  if (hours) {
    const times = hours.split(',').map((hour) => `${hour}:${minute.padStart(2, '0')}`)
    return `Every day at ${new Intl.ListFormat('en-US').format(times)}`
  }
  const hourly = /^(\d+) \* \* \* \*$/.exec(pattern)?.[1]
  if (hourly && hourly !== '0') return `Every hour at ${hourly} past`
  return minutes ? `Every ${minutes} minutes` : (WHEN[pattern] ?? pattern)
}

type Told = { ok: boolean; jobs: number; paused: readonly string[]; reasons: readonly { words: string }[] }

/** One sentence of truth about all jobs. */
export function healthInWords({ ok, jobs, paused, reasons }: Told): string {
  const [first, ...others] = reasons
  if (!ok && first) return others.length > 0 ? `${first.words} And ${others.length} more.` : first.words
  const rest = jobs - paused.length
  if (paused.length === 0) return `All ${jobs} jobs on time.`
  return `${rest} of ${jobs} jobs on time; ${paused.join(' and ')} paused.`
}

/** "12 seconds late"; a few seconds are on time. */
export const latenessInWords = (ms: number) => (ms < 5_000 ? 'On time' : `${spokenDuration(ms)} late`)
