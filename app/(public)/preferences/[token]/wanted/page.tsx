import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../../../_trpc/server.tsx'
import { PreferencesFrame } from '../_components/preferences-frame.tsx'
import { StillWanted } from '../_components/still-wanted.tsx'
import { askedOf } from '../_preferences.ts'

export const metadata: Metadata = { title: 'Still want these?', robots: { index: false, follow: false } }

type Props = { params: Promise<{ token: string }> }

/** What the mail "Still want these?" opens. Opening it changes nothing: mail programs do so by themselves. */
export default async function WantedPage({ params }: Props) {
  const { token } = await params
  getQueryClient().setQueryData(trpc.standing.asked.queryOptions({ token }).queryKey, await askedOf(token))
  return (
    <PreferencesFrame>
      <Hydrate>
        <StillWanted token={token} />
      </Hydrate>
    </PreferencesFrame>
  )
}
