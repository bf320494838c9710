import type { OfferChannel } from '#server/generated/prisma/enums.ts'
import { readChoice } from '../_lists/params.ts'

const CAME_BY = ['mail', 'push', 'slack'] as const

/** Where somebody comes from: the link in a mail, a notification or Slack says it in the address. */
export const channelOf = (via: string | null | undefined): OfferChannel =>
  readChoice(via ?? undefined, CAME_BY) ?? 'app'
