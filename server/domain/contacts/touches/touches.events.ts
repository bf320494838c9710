import type { Fact } from '#server/outbox.ts'

/** A person called, wrote to or met somebody, noted something, or made an appointment: whoever waits for that looks. */
export const contactTouched = (data: { contactId: string }): Fact => ({ name: 'contacts/contact.touched', data })
