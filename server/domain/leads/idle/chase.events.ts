import type { Fact } from '#server/outbox.ts'

/** Somebody has a lead now, and is to turn to the person behind it. */
export const leadGiven = (data: { chaseId: string; contactId: string }): Fact => ({ name: 'leads/lead.given', data })
/** It changed hands before anybody did anything. */
export const chaseEnded = (data: { chaseId: string }): Fact => ({ name: 'leads/chase.ended', data })
