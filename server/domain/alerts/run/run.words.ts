import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import type { BooksResult } from './close-books.ts'
import type { Planned } from './plan-alerts.ts'

const some = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

const NOTHING = { events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }

/** "312 homes changed, 87 people get a mail". Red when the run could not see all changes. */
export function planInWords({ run, problem, isTheirs }: Planned): JobResult {
  const { events, changed, searches, matches, people, planned, matchMs } = run ?? NOTHING
  const told = `${some(people, 'person gets', 'people get')} a mail`
  const words = isTheirs
    ? 'The old system sends alerts: nobody was told.'
    : changed > 0
      ? `${some(changed, 'home', 'homes')} changed, ${planned === 0 ? 'nobody was waiting for them' : told}.`
      : planned > 0
        ? `No home changed, ${told} with what waited for this hour.`
        : 'No home changed since the last run.'
  return {
    words: problem ? `${words} ${problem}` : words,
    outcome: problem ? 'bad' : 'good',
    counts: { events, changed, searches, matches, people, planned, matchMs },
  }
}

/** "3 runs closed, 1 waits for its mails". Red when a planned mail is missing. */
export function booksInWords({ closed, broken, open, problems }: BooksResult): JobResult {
  const parts = [
    closed > 0 ? `${some(closed, 'run', 'runs')} closed` : null,
    open > 0 ? `${some(open, 'run waits', 'runs wait')} for mails` : null,
    broken > 0 ? `${some(broken, 'run does', 'runs do')} not add up: ${problems.join(' ')}` : null,
  ].filter((part) => part !== null)
  return {
    words: parts.length > 0 ? `${parts.join(', ')}.` : 'All books were closed already.',
    outcome: broken > 0 ? 'bad' : 'good',
    counts: { closed, open, broken },
  }
}
