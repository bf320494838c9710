import type { Fact } from '#server/outbox.ts'

/** A mail with a lead in it is kept, and nobody has read it yet. */
export const letterArrived = (data: { arrivalId: string }): Fact => ({ name: 'leads/letter.arrived', data })

/** A file of leads is kept, and none of its rows has been read yet. */
export const fileBrought = (data: { importId: string }): Fact => ({ name: 'leads/file.brought', data })
