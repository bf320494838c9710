import { TRPCError } from '@trpc/server'

const OVER = new Set(['NOT_FOUND', 'BAD_REQUEST'])

/** What a mailed link is about, or null when it is over. Anything else that breaks is not the link's fault. */
export const readLink = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error) => {
    if (error instanceof TRPCError && OVER.has(error.code)) return null
    throw error
  })
