import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { serverCaller } from '../../../_trpc/server.tsx'

/** What an address gets, once per request; a link that nobody was given opens nothing. */
export const preferencesOf = cache(async (token: string) => {
  try {
    return await (await serverCaller()).alerts.preferences({ token })
  } catch (error) {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) notFound()
    throw error
  }
})

export type PreferencesView = Awaited<ReturnType<typeof preferencesOf>>
export type PreferredSearch = PreferencesView['searches'][number]
