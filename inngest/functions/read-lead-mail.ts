import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { readLetterJob } from '#server/domain/leads/doors/letters/letters.job.ts'
import type { Kit } from '../scheduled.ts'

/** As soon as a lead mail is kept: who wrote, and what they want. */
export const readLeadMails = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      ...{ id: 'read-lead-mail', name: 'Lead mails' },
      triggers: [{ event: 'leads/letter.arrived' }],
      retries: 5,
    },
    ({ event, step }): Promise<JobResult> =>
      step.run('read', () => readLetterJob(deps, { arrivalId: String(event.data.arrivalId) })),
  )
