import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { REHEARSAL_STEPS } from '#server/domain/legacy/cutover/rehearsal/rehearsal.words.ts'
import { closeRehearsal, rehearseStep } from '#server/domain/legacy/cutover/rehearsal/rehearse.ts'
import type { Kit } from '../scheduled.ts'

/** As soon as somebody asks: tries a switch forth and back without switching, a step at a time. */
export const rehearseSwitch = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'rehearse-switch',
      name: 'Rehearsal of a switch',
      triggers: [{ event: 'legacy/rehearsal.requested' }],
      retries: 2,
    },
    async ({ event, step }): Promise<JobResult> => {
      const rehearsalId = String(event.data.rehearsalId)
      for (const name of REHEARSAL_STEPS) {
        await step.run(name, () => rehearseStep(deps, rehearsalId, name))
      }
      const { passed } = await step.run('close', () => closeRehearsal(deps, rehearsalId))
      return { words: passed ? 'Passed.' : 'Failed.', outcome: passed ? 'good' : 'warning', counts: {} }
    },
  )
