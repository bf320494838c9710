import type { InquiryState } from '#server/generated/prisma/enums.ts'

/** What the inbox can be asked for; "waiting" is all that nobody has answered, "idle" what somebody has and nobody works. */
export const INBOX_STATES = ['waiting', 'offered', 'pond', 'open', 'idle', 'answered'] as const

/** How a lead stands, as its badge says it. */
export const STATE_SAID: Record<InquiryState, string> = {
  received: 'Just came in',
  offered: 'Offered',
  pond: 'In a pond',
  open: 'To answer',
  answered: 'Answered',
}
