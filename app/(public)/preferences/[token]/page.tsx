import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { Preferences } from './_components/preferences.tsx'
import { PreferencesFrame } from './_components/preferences-frame.tsx'
import { preferencesOf } from './_preferences.ts'

export const metadata: Metadata = { title: 'Your home alerts', robots: { index: false, follow: false } }

type Props = { params: Promise<{ token: string }> }

export default async function PreferencesPage({ params }: Props) {
  const { token } = await params
  const { queryKey } = trpc.alerts.preferences.queryOptions({ token })
  getQueryClient().setQueryData(queryKey, await preferencesOf(token))
  return (
    <PreferencesFrame>
      <Hydrate>
        <Preferences token={token} photoOrigin={env.PHOTO_ORIGIN} />
      </Hydrate>
    </PreferencesFrame>
  )
}
