import { relayOutbox } from '#server/outbox.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** The fallback of the live relay: what that one has missed leaves within a minute. */
export const relayOutboxFacts = (kit: Kit) =>
  scheduled(kit, 'relay-outbox', async ({ step }) => {
    const { sent, failed } = await step.run('relay', () =>
      relayOutbox({ db: kit.deps.db, send: (facts) => kit.inngest.send(facts) }),
    )
    if (failed > 0) {
      return { words: `${failed} facts could not be sent; they wait`, outcome: 'bad', counts: { sent, failed } }
    }
    const words = sent === 0 ? 'Nothing was left over' : `${sent} facts were left over and have been sent`
    return { words, outcome: 'good', counts: { sent, failed } }
  })
