import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { pushOffer } from '#server/domain/leads/push/push-offer.service.ts'
import { devicesOf } from '#server/domain/push/deliver.service.ts'
import type { Kit } from '../scheduled.ts'

/** Tells all devices of whoever is asked; the mail goes its own way, whatever happens here. */
export const pushOffers = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'push-offer',
      name: 'Notifications of offers',
      triggers: [{ event: 'push/queued' }],
      idempotency: 'event.data.key',
      // An offer is worth minutes: a service that is down for longer is left to the other channels.
      retries: 3,
    },
    async ({ event, step }): Promise<JobResult> => {
      const { db, now, push } = deps
      if (!push) return { words: 'Notifications are not set up.', outcome: 'good', counts: {} }
      const told = { offerId: String(event.data.offerId), personId: String(event.data.personId) }
      const devices = await step.run('devices', () => devicesOf(db, told))
      const counts = { taken: 0, gone: 0, failed: 0 }
      for (const deviceId of devices) {
        // One service that is down keeps no other device from being told.
        const outcome = await step
          .run(`push-${deviceId}`, () => pushOffer({ db, now, push }, { ...told, deviceId }))
          .catch(() => 'refused' as const)
        if (outcome === 'taken' || outcome === 'gone') counts[outcome] += 1
        else if (outcome !== 'over') counts.failed += 1
      }
      const words = counts.taken === 1 ? 'One device was told.' : `${counts.taken} devices were told.`
      return { words, outcome: counts.failed > 0 ? 'warning' : 'good', counts }
    },
  )
