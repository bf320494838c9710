import type { RootDb } from '#server/db.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { readArrivedLetter } from './letters.service.ts'

type Deps = { db: RootDb; now: () => Date }

const WORDS = {
  taken: 'A lead mail became a lead.',
  held: 'A lead mail looks like an advertisement, and waits for somebody to look.',
  unreadable: 'A lead mail could not be read, and waits for somebody to look.',
  'nothing new': 'This mail had been read before.',
  received: 'This mail is not read yet.',
  discarded: 'Somebody has put this mail aside.',
} as const

/** Reads one lead mail. */
export async function readLetterJob(deps: Deps, order: { arrivalId: string }): Promise<JobResult> {
  const { became } = await readArrivedLetter(deps, order)
  return { words: WORDS[became], outcome: became === 'unreadable' ? 'warning' : 'good', counts: {} }
}
