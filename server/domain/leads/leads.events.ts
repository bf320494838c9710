import type { Fact } from '#server/outbox.ts'

/** Somebody came by themselves; their words are kept, and nobody has been told yet. */
export const inquiryReceived = (data: { inquiryId: string }): Fact => ({ name: 'leads/inquiry.received', data })
