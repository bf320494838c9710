import { type MappedBatch, mapPeople, tellOfMissing } from '#server/domain/slack/people/mapping.service.ts'
import { mappedInWords } from '#server/domain/slack/people/people.words.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Once a day: who is who in Slack, and who can't be reached there. */
export const mapSlackPeopleEachDay = (kit: Kit) =>
  scheduled(kit, 'map-slack-people', async ({ step }) => {
    const { db, now, slack } = kit.deps
    if (!slack) return { words: 'Slack is not connected.', outcome: 'good', counts: {} }
    const deps = { db, now, bot: slack.bot }
    const counts = { reachable: 0, missing: 0, unasked: 0 }
    let after: string | null = null
    do {
      const from: string | null = after
      const batch: MappedBatch = await step.run('look up', () => mapPeople(deps, from))
      counts.reachable += batch.reachable
      counts.missing += batch.missing
      counts.unasked += batch.unasked
      after = batch.last
      if (after) await step.sleep('as Slack wants it', '1m')
    } while (after)
    await step.run('tell', () => tellOfMissing(deps))
    return mappedInWords(counts)
  })
