import type { Fact } from '#server/outbox.ts'

/** Records wait to be written across. The triggers that queue them say the same. */
export const writesQueued = (): Fact => ({ name: 'legacy/write.queued', data: {} })
