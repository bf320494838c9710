import { TRPCError } from '@trpc/server'
import { serverCaller } from '../../../_trpc/server.tsx'
import type { PublicHome } from './_home.ts'

type Asked = string | string[] | undefined

/** The person whose key the link carries, with what they think of the home. A key that opens nothing is no key. */
export async function readerOf({ id, listingKey }: PublicHome, token: Asked) {
  if (typeof token !== 'string') return null
  try {
    const { verdict } = await (await serverCaller()).portal.verdict({ token, listingKey })
    return { token, listingId: id, verdict }
  } catch (error) {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) return null
    throw error
  }
}

export type Reader = NonNullable<Awaited<ReturnType<typeof readerOf>>>
