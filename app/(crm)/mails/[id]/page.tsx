import type { Metadata } from 'next'
import { mailById } from '../../../_mails/sent-mail.ts'
import { found } from '../../../_trpc/found.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { MailPage } from './_components/mail-page.tsx'

export const metadata: Metadata = { title: 'Mail' }

type Props = { params: Promise<{ id: string }> }

export default async function Page({ params }: Props) {
  const { id } = await params
  await found(getQueryClient().fetchQuery(mailById(trpc, id)))
  return (
    <Hydrate>
      <MailPage id={id} />
    </Hydrate>
  )
}
