import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { takeChaseTurn } from '#server/domain/leads/idle/chase.service.ts'
import type { Kit } from '../scheduled.ts'

/** Each step of a course, each repetition, and whatever wakes it for nothing: more than this goes round in circles. */
const MOST_TURNS = 60

/**
 * One run a lead that somebody has: waits until a person turns to whoever is behind it, or for the clock, and then does
 * what the database says. A run that is killed, or woken twice, does nothing twice.
 */
export const chaseLeads = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'chase-lead',
      name: 'Leads that nobody works',
      triggers: [{ event: 'leads/lead.given' }],
      cancelOn: [{ event: 'leads/chase.ended', match: 'data.chaseId' }],
      retries: 5,
    },
    async ({ event, step }): Promise<JobResult> => {
      const order = { chaseId: String(event.data.chaseId) }
      const counts = { steps: 0 }
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const { did, nextAt } = await step.run(`turn-${turn}`, () => takeChaseTurn(deps, order))
        if (did !== 'nothing' && did !== 'ended') counts.steps += 1
        if (nextAt === null) return { words: 'Somebody works it, or has it now.', outcome: 'good', counts }
        await step.waitForEvent(`touch-${turn}`, {
          event: 'contacts/contact.touched',
          match: 'data.contactId',
          timeout: new Date(nextAt),
        })
      }
      return { words: 'Nobody works it after sixty turns.', outcome: 'warning', counts }
    },
  )
