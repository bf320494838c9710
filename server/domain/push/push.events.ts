import type { Fact } from '#server/outbox.ts'

/** A lead is held out to somebody who wants to be told on their devices. `key` is the same however often it is told. */
export const pushQueued = (data: { key: string; offerId: string; personId: string }): Fact => ({
  name: 'push/queued',
  data,
})
