import type { Answer, Posted, SlackBot } from '#server/adapters/slack/bot.types.ts'
import type { TroubleKind } from '#server/adapters/slack/trouble.ts'
import type { RootDb } from '#server/db.ts'
import { failpoint } from '#server/failpoint.ts'
import { noteChannel } from '../channels/broken-channel.service.ts'
import { forgetDirect, type PeopleDeps, type Reached, reachPerson } from '../people/people.service.ts'
import { opensAfter } from '../slack.pace.ts'
import { type Head, leaveLane, openLaneAt, takeHead, takeLane } from './lane.ts'
import { type Settled, settlePosted, settleTrouble } from './settle.ts'

export type DeliveryDeps = PeopleDeps

/** What came of one turn in a lane. `wakeAt`: when to take the next one; null when there is nothing more to do here. */
export type Turn = { what: Settled | 'empty' | 'taken' | 'paced'; wakeAt: string | null }

async function placeOf(deps: DeliveryDeps, { personId, channel }: Head): Promise<Answer<Reached>> {
  if (personId) return reachPerson(deps, personId)
  return { ok: true, value: { channel: channel ?? '', isRemembered: false } }
}

/** A channel that we know by its name has an id since something was posted in it; only that one has a history. */
async function idOfLane(db: RootDb, lane: string) {
  const before = await db.slackMessage.findFirst({
    where: { lane, slackChannel: { not: null } },
    select: { slackChannel: true },
    orderBy: { turn: 'desc' },
  })
  return before?.slackChannel ?? null
}

/**
 * Whether a message of which nobody knows stands there already. Slack keeps no key of ours that would stop a second one,
 * and its history may be closed to the bot: then it is posted again, and may be seen twice.
 */
async function findBefore(db: RootDb, bot: SlackBot, head: Head, channel: string): Promise<Posted | null> {
  if (head.doubts === 0) return null
  const id = head.personId ? channel : ((await idOfLane(db, head.lane)) ?? channel)
  const found = await bot.find({ channel: id, key: head.key, since: head.createdAt })
  return found.ok ? found.value : null
}

async function post(deps: DeliveryDeps, head: Head, channel: string): Promise<Answer<Posted>> {
  const { db, bot } = deps
  const before = await findBefore(db, bot, head, channel)
  if (before) return bot.update({ ...before, card: head.card })
  return bot.post({ channel, card: head.card, key: head.key })
}

/** Refusals after which it is worth asking Slack where somebody is written to. */
const ELSEWHERE: readonly TroubleKind[] = ['closed', 'nobody', 'refused']

async function send(deps: DeliveryDeps, head: Head): Promise<Answer<Posted>> {
  if (head.posted) return deps.bot.update({ ...head.posted, card: head.card })
  const place = await placeOf(deps, head)
  if (!place.ok) return place
  const answer = await post(deps, head, place.value.channel)
  if (answer.ok || !head.personId || !place.value.isRemembered || !ELSEWHERE.includes(answer.kind)) return answer
  await forgetDirect(deps.db, head.personId)
  const asked = await placeOf(deps, head)
  return asked.ok ? post(deps, head, asked.value.channel) : asked
}

const woken = (what: Turn['what'], at: Date): Turn => ({ what, wakeAt: at.toISOString() })

/**
 * Sends what is next in a lane: one message, or one change of one. Killed anywhere and run again it goes on with the same
 * message; that one may be repeated where Slack does not tell whether it has it.
 */
export async function postNext(deps: DeliveryDeps, { lane, runner }: { lane: string; runner: string }): Promise<Turn> {
  const { db, now } = deps
  const hold = await takeLane(db, { lane, runner, now: now() })
  if (!hold) return { what: 'taken', wakeAt: null }
  if (hold.opensAt > now()) return waitFor(deps, { lane, runner }, hold.opensAt)
  failpoint('slack.after-lane')
  const head = await takeHead(db, lane, now())
  if (!head) {
    const isEmpty = await leaveLane(db, { lane, runner })
    return isEmpty ? { what: 'empty', wakeAt: null } : woken('empty', now())
  }
  if ('waitUntil' in head) return waitFor(deps, { lane, runner }, head.waitUntil)
  failpoint('slack.before-post')
  const answer = await send(deps, head)
  failpoint('slack.after-post')
  const at = now()
  const what = answer.ok ? await settlePosted(db, head, answer.value, at) : await settleTrouble(db, head, answer, at)
  if (head.channel) await noteChannel(db, head.channel, answer)
  const opensAt = opensAfter(at)
  // Most lanes hold one message: its run need not come back to find nothing.
  if (await leaveLane(db, { lane, runner, opensAt })) return { what, wakeAt: null }
  await openLaneAt(db, lane, opensAt)
  return woken(what, opensAt)
}

/** Keeps the lane until then: what comes meanwhile is in turn, and needs no run of its own. */
async function waitFor({ db, now }: DeliveryDeps, own: { lane: string; runner: string }, until: Date): Promise<Turn> {
  await takeLane(db, { ...own, now: now(), until })
  return woken('paced', until)
}

/** Every lane in which something waits, and how it stands with it. `isIdle`: nobody is at work in it. */
export const findWaiting = (db: RootDb, now: Date) =>
  db.$queryRaw<{ lane: string; isIdle: boolean; waiting: number; troubled: number; lastError: string | null }[]>`
    SELECT m.lane, bool_and(l.lease_until IS NULL OR l.lease_until < ${now}) AS "isIdle", count(*)::int AS waiting,
           count(*) FILTER (WHERE m.last_error IS NOT NULL)::int AS troubled, max(m.last_error) AS "lastError"
      FROM slack_message m LEFT JOIN slack_lane l USING (lane)
     WHERE m.state IN ('queued', 'sending') GROUP BY m.lane ORDER BY min(m.turn) LIMIT 500`
