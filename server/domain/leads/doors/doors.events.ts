import type { Fact } from '#server/outbox.ts'

/** A mail with a lead in it is kept, and nobody has read it yet. */
export const letterArrived = (data: { arrivalId: string }): Fact => ({ name: 'leads/letter.arrived', data })
