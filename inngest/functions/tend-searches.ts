import { tellAgents } from '#server/domain/alerts/standing/agent-digest.mails.ts'
import { noteWhatHappened, type Tended, tendSearches } from '#server/domain/alerts/standing/tend.service.ts'
import { nightInWords } from '#server/domain/alerts/standing/tend.words.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Each morning: which searches need a look, what was warned of and is due now, and one mail an agent about all of it. */
export const tendSearchesEachDay = (kit: Kit) =>
  scheduled(kit, 'tend-searches', async ({ step }): Promise<JobResult> => {
    const { db, now } = kit.deps
    await step.run('note-what-happened', () => noteWhatHappened({ db, now }))
    const counts = { looked: 0, warned: 0, slowed: 0, rested: 0, recovered: 0 }
    for (let after: string | null = null, more = true; more; ) {
      const from: string | null = after
      const tended: Tended = await step.run('tend', () => tendSearches({ db, now }, from))
      counts.looked += tended.looked
      counts.warned += tended.warned
      counts.slowed += tended.slowed
      counts.rested += tended.rested
      counts.recovered += tended.recovered
      after = tended.after
      more = after !== null
    }
    const { agents } = await step.run('tell-agents', () => tellAgents({ db, now }))
    return nightInWords({ ...counts, agents })
  })
