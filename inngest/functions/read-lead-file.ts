import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { fileInWords } from '#server/domain/leads/doors/files/files.job.ts'
import { readRows } from '#server/domain/leads/doors/files/read-rows.service.ts'
import type { Kit } from '../scheduled.ts'

/** As soon as somebody brings a file of leads: row by row, a few at a time. */
export const readLeadFiles = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      ...{ id: 'read-lead-file', name: 'Files of leads' },
      triggers: [{ event: 'leads/file.brought' }],
      retries: 5,
    },
    async ({ event, step }): Promise<JobResult> => {
      const order = { importId: String(event.data.importId) }
      let isDone = false
      for (let batch = 1; !isDone; batch += 1) {
        const read = await step.run(`rows-${batch}`, () => readRows(deps, order))
        isDone = read.isDone
      }
      return step.run('sum-up', () => fileInWords(deps, order))
    },
  )
