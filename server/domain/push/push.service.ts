import { mayPushTo } from '#server/adapters/push/push-hosts.ts'
import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { env } from '#server/env.ts'
import { DomainError } from '#server/errors.ts'
import { announce } from '#server/outbox.ts'
import { pushQueued } from './push.events.ts'
import type { SubscribeInput } from './push.schema.ts'

/** Nobody has more; the oldest makes room. */
const MOST_DEVICES = 10

/** Whether this installation can push at all, with the key that a browser subscribes with; and one's own devices. */
export async function readPush({ db, actor }: Context) {
  const devices = await db.pushSubscription.findMany({
    where: { personId: actor.personId },
    select: { endpoint: true, userAgent: true, createdAt: true, reachedAt: true, failedAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_DEVICES,
  })
  return { publicKey: env.VAPID_PUBLIC_KEY ?? null, devices }
}

/** Tells this browser from now on. Said twice it is one device; a browser that somebody else has used is theirs no more. */
export async function subscribe({ db, actor, now }: Context, input: SubscribeInput) {
  const { endpoint, ...keys } = input
  if (!env.VAPID_PUBLIC_KEY) throw new DomainError('PRECONDITION_FAILED', 'Notifications are not set up here.')
  if (!mayPushTo(endpoint, env.PUSH_SINK_URL)) {
    throw new DomainError(
      'PRECONDITION_FAILED',
      'We do not know the push service of this browser. Use another browser.',
    )
  }
  const { personId } = actor
  return db.$transaction(async (tx) => {
    const own = { personId, ...keys, failedAt: null }
    await tx.pushSubscription.upsert({
      where: { endpoint },
      create: { endpoint, createdAt: now(), ...own },
      update: own,
      select: { id: true },
    })
    const tooMany = await tx.pushSubscription.findMany({
      where: { personId },
      select: { id: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: MOST_DEVICES,
    })
    await tx.pushSubscription.deleteMany({ where: { id: { in: tooMany.map(({ id }) => id) } } })
    return { subscribed: true } as const
  })
}

/** Tells this browser no more. */
export async function unsubscribe({ db, actor }: Context, { endpoint }: { endpoint: string }) {
  await db.pushSubscription.deleteMany({ where: { endpoint, personId: actor.personId } })
  return { subscribed: false } as const
}

/** Tells somebody of an offer on all their devices, in the caller's transaction. Whoever has none is told on other ways. */
export async function queuePush(tx: Db, queued: { key: string; offerId: string; personId: string }): Promise<void> {
  if ((await tx.pushSubscription.count({ where: { personId: queued.personId }, take: 1 })) === 0) return
  await announce(tx, pushQueued(queued))
}
