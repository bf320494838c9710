import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { Portal } from './_components/portal.tsx'
import { PreferencesFrame } from './_components/preferences-frame.tsx'
import { portalOf } from './_preferences.ts'

export const metadata: Metadata = { title: 'Your homes', robots: { index: false, follow: false } }

type Props = { params: Promise<{ token: string }> }

export default async function PreferencesPage({ params }: Props) {
  const { token } = await params
  const { preferences, homes } = await portalOf(token)
  getQueryClient().setQueryData(trpc.alerts.preferences.queryOptions({ token }).queryKey, preferences)
  getQueryClient().setQueryData(trpc.portal.homes.queryOptions({ token }).queryKey, homes)
  return (
    <PreferencesFrame>
      <Hydrate>
        <Portal token={token} photoOrigin={env.PHOTO_ORIGIN} />
      </Hydrate>
    </PreferencesFrame>
  )
}
