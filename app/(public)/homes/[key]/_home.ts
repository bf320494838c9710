import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { serverCaller } from '../../../_trpc/server.tsx'

/** The home behind a public address, once per request; a home that may not be shown does not exist. */
export const publicHome = cache(async (key: string) => {
  try {
    const caller = await serverCaller()
    return await caller.listings.publicByKey({ listingKey: decodeURIComponent(key) })
  } catch (error) {
    const gone =
      error instanceof URIError || (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code))
    if (gone) notFound()
    throw error
  }
})

export type PublicHome = Awaited<ReturnType<typeof publicHome>>
