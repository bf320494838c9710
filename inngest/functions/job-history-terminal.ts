import type { Inngest } from 'inngest'
import { closeRun } from '#server/domain/jobs/history.service.ts'
import { APP_ID } from '../client.ts'
import type { Deps } from '../deps.ts'

/** Closes what the run history can't see from inside: runs that were cancelled, timed out, or never reached a worker. */
export const jobHistoryTerminal = ({ inngest, deps }: { inngest: Inngest.Any; deps: Pick<Deps, 'db' | 'now'> }) =>
  inngest.createFunction(
    {
      id: 'job-history-terminal',
      name: 'Run history: unseen ends',
      triggers: [{ event: 'inngest/function.failed' }, { event: 'inngest/function.cancelled' }],
      retries: 5,
    },
    async ({ event, step }) => {
      const { run_id: runId, function_id, event: cause, error } = event.data
      const functionId = String(function_id).replace(`${APP_ID}-`, '')
      // Its own failure would start it again, and again.
      if (functionId === 'job-history-terminal') return
      const status = event.name === 'inngest/function.cancelled' ? 'cancelled' : 'failed'
      await step.run('close', () =>
        closeRun({ db: deps.db, at: deps.now() }, { runId, functionId, event: cause ?? { name: 'unknown' } }, status, {
          name: error?.name ?? 'Error',
          message: error?.message ?? 'It ended without a word.',
        }),
      )
    },
  )
