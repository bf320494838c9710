import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { takeInInquiry } from '#server/domain/leads/taking-in/take-in.job.ts'
import type { Kit } from '../scheduled.ts'

/** As soon as somebody has asked: who they are, whose they are, and a mail to either side. */
export const takeInInquiries = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'take-in-inquiry',
      name: 'Inquiries',
      triggers: [{ event: 'leads/inquiry.received' }],
      checkpointing: { bufferedSteps: 2 },
      retries: 5,
    },
    ({ event, step }): Promise<JobResult> =>
      step.run('take-in', () => takeInInquiry(deps, { inquiryId: String(event.data.inquiryId) })),
  )
