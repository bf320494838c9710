import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../../../_trpc/server.tsx'
import { MailHomes } from '../_components/mail-homes.tsx'
import { PreferencesFrame } from '../_components/preferences-frame.tsx'
import { mailHomesOf } from '../_preferences.ts'
import { mailHomes } from '../_queries.ts'

export const metadata: Metadata = { title: 'All homes of a mail', robots: { index: false, follow: false } }

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** All homes of one mail: where a mail with too many of them leads. */
export default async function MailHomesPage({ params, searchParams }: Props) {
  const [{ token }, { id }] = await Promise.all([params, searchParams])
  const mailId = String(id)
  const first = await mailHomesOf(token, mailId)
  getQueryClient().setQueryData(mailHomes(trpc, token, mailId).queryKey, { pages: [first], pageParams: [0] })
  return (
    <PreferencesFrame>
      <Hydrate>
        <MailHomes token={token} mailId={mailId} />
      </Hydrate>
    </PreferencesFrame>
  )
}
