import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { serverCaller } from '../../../_trpc/server.tsx'

/** What an address gets and was told, once per request; a link that nobody was given opens nothing. */
export const portalOf = cache(async (token: string) => {
  try {
    const caller = await serverCaller()
    const [preferences, homes] = await Promise.all([
      caller.alerts.preferences({ token }),
      caller.portal.homes({ token }),
    ])
    return { preferences, homes }
  } catch (error) {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) notFound()
    throw error
  }
})

type Portal = Awaited<ReturnType<typeof portalOf>>
export type PreferencesView = Portal['preferences']
export type PreferredSearch = PreferencesView['searches'][number]
export type Hours = PreferencesView['hours']
export type ToldHome = Portal['homes'][number]
