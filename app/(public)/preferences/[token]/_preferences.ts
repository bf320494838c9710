import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { serverCaller } from '../../../_trpc/server.tsx'

type Caller = Awaited<ReturnType<typeof serverCaller>>

/** A link that nobody was given opens nothing. */
async function behindLink<Found>(read: (caller: Caller) => Promise<Found>): Promise<Found> {
  try {
    return await read(await serverCaller())
  } catch (error) {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) notFound()
    throw error
  }
}

/** What an address gets and was told, once per request. */
export const portalOf = cache((token: string) =>
  behindLink(async (caller) => {
    const [preferences, homes] = await Promise.all([
      caller.alerts.preferences({ token }),
      caller.portal.homes({ token }),
    ])
    return { preferences, homes }
  }),
)
/** Which searches their person is asked about. */
export const askedOf = (token: string) => behindLink((caller) => caller.standing.asked({ token }))
/** The first homes of one mail. */
export const mailHomesOf = (token: string, mailId: string) =>
  behindLink((caller) => caller.portal.mailHomes({ token, mailId, cursor: 0 }))

type Portal = Awaited<ReturnType<typeof portalOf>>
export type PreferencesView = Portal['preferences']
export type PreferredSearch = PreferencesView['searches'][number]
export type Hours = PreferencesView['hours']
export type ToldHome = Portal['homes'][number]
