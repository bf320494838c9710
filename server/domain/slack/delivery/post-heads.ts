import { announce } from '#server/outbox.ts'
import { slackQueued } from '../slack.events.ts'
import { type DeliveryDeps, postNext } from './delivery.service.ts'
import { giveUpLane } from './lane.ts'

/** Posts what is next in these lanes, one message each, without waiting for anything: what is left is their own runs'. */
export async function postHeads(
  deps: DeliveryDeps,
  { lanes, runner }: { lanes: readonly string[]; runner: string },
): Promise<{ posted: number }> {
  const turns = await Promise.all(
    lanes.map(async (lane) => {
      const { what, wakeAt } = await postNext(deps, { lane, runner })
      if (wakeAt !== null) {
        await deps.db.$transaction(async (tx) => {
          await giveUpLane(tx, { lane, runner })
          await announce(tx, slackQueued({ lane }))
        })
      }
      return what
    }),
  )
  return { posted: turns.filter((what) => what === 'posted').length }
}
