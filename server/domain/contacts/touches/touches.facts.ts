import type { Db } from '#server/db.ts'
import { forgetFacts, recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { CHANNEL_SAID, outcomeSaid } from './touches.words.ts'

const keyOf = (touchId: string) => `touch:${touchId}`

/** Makes the timeline say what this touch was; one that was taken back is told no longer. */
export async function tellTouch(tx: Db, touchId: string): Promise<void> {
  const touch = await tx.touch.findFirst({
    where: { id: touchId, removedAt: null },
    select: {
      ...{ contactId: true, channel: true, outcome: true, words: true, happenedAt: true },
      person: { select: { fullName: true } },
    },
  })
  await forgetFacts(tx, [keyOf(touchId)])
  if (!touch) return
  const { contactId, channel, outcome, words, happenedAt, person } = touch
  const what = `${CHANNEL_SAID[channel]} by ${person.fullName}: ${outcomeSaid(channel, outcome).toLowerCase()}`
  const summary = words ? `${what}. “${words.replace(/\s+/g, ' ')}”` : what
  const fact = { contactId, kind: 'touch.logged', summary, refs: { touchId, channel, outcome } }
  await recordFacts(tx, [{ ...fact, occurredAt: happenedAt, factKey: keyOf(touchId) }])
}
