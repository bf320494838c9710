import type { Fact } from '#server/outbox.ts'

/** Somebody pressed "Run now" or "Retry"; the function picks it up on any executor. */
export const runRequested = (data: { functionId: string; requestedById: string; retryOfId?: string }): Fact => ({
  name: 'jobs/run.requested',
  data,
})
