import { Inngest } from 'inngest'
import type { RootDb } from '#server/db.ts'
import type { Env } from '#server/env.ts'
import { log } from '#server/log.ts'
import { CheckIns } from './middleware/check-ins.ts'
import { jobHistory } from './middleware/job-history.ts'

export const APP_ID = 'palmetto'

type Options = Pick<Env, 'INNGEST_BASE_URL' | 'INNGEST_EVENT_KEY' | 'INNGEST_SIGNING_KEY'> & {
  db: RootDb
  now: () => Date
}

/** The same client for cloud, self-hosted and embedded: only the address and the keys differ. */
export const createInngest = (options: Options) =>
  new Inngest({
    id: APP_ID,
    // Dev mode would check no signatures at all.
    isDev: false,
    baseUrl: options.INNGEST_BASE_URL,
    eventKey: options.INNGEST_EVENT_KEY,
    signingKey: options.INNGEST_SIGNING_KEY,
    middleware: [jobHistory(options), CheckIns],
    // Each step is a call of its own, unless a function says otherwise: a worker that is to stop does so between two steps.
    checkpointing: false,
    logger: log.child({ part: 'inngest' }),
  })

export type PalmettoInngest = ReturnType<typeof createInngest>
