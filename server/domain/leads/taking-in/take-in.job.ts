import type { RootDb } from '#server/db.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { inOne } from '../in-one.ts'
import { takeIn } from './take-in.service.ts'

type Deps = { db: RootDb; now: () => Date }

/** Takes one inquiry in. Killed anywhere and run again, it does what is still missing: all of it, or nothing. */
export async function takeInInquiry({ db, now }: Deps, { inquiryId }: { inquiryId: string }): Promise<JobResult> {
  const { isNew } = await inOne(db, (tx) => takeIn(tx, { inquiryId, at: now() }))
  const words = isNew ? 'Somebody new has an agent.' : 'Somebody known has written again.'
  return { words, outcome: 'good', counts: { newPeople: isNew ? 1 : 0 } }
}
