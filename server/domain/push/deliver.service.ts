import type { Push, PushMessage } from '#server/adapters/push/push.types.ts'
import type { Db } from '#server/db.ts'

type Deps = { db: Db; now: () => Date; push: Push }
export type Delivered = 'taken' | 'gone' | 'refused' | 'unknown'

/** The devices of somebody, by id. */
export async function devicesOf(db: Db, { personId }: { personId: string }): Promise<string[]> {
  const rows = await db.pushSubscription.findMany({ where: { personId }, select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

/** Hands one message over to one device. A device that is no more is forgotten; a service that is down throws. */
export async function deliverTo(
  { db, now, push }: Deps,
  { deviceId, message }: { deviceId: string; message: PushMessage },
): Promise<Delivered> {
  const where = { id: deviceId }
  const device = await db.pushSubscription.findUnique({ where })
  if (!device) return 'unknown'
  const at = now()
  try {
    const { outcome } = await push.send(device, message)
    if (outcome === 'gone') await db.pushSubscription.deleteMany({ where })
    const seen = outcome === 'taken' ? { reachedAt: at, failedAt: null } : { failedAt: device.failedAt ?? at }
    if (outcome !== 'gone') await db.pushSubscription.updateMany({ where, data: seen })
    return outcome
  } catch (error) {
    await db.pushSubscription.updateMany({ where: { ...where, failedAt: null }, data: { failedAt: at } })
    throw error
  }
}
