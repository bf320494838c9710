import { failTunnel, runTunnel } from '#server/domain/leads/wind-tunnel/run-tunnel.ts'
import type { Kit } from '../scheduled.ts'

/** As soon as somebody asks: lets the leads of the last months through a draft of rules, and keeps what it would have changed. */
export const tryRules = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'try-rules',
      name: 'Wind tunnel of rules',
      triggers: [{ event: 'leads/wind-tunnel.asked' }],
      // It keeps a whole core busy.
      concurrency: 1,
      retries: 2,
      onFailure: async ({ event, step }) => {
        const runId = String(event.data.event.data.runId)
        await step.run('fail', () => failTunnel(deps, { runId }))
      },
    },
    ({ event, step }) => step.run('replay', () => runTunnel(deps, { runId: String(event.data.runId) })),
  )
