import type { Metadata } from 'next'
import { serverCaller } from '../../../_trpc/server.tsx'
import { ConfirmForm } from '../../_components/confirm-form.tsx'
import { Door } from '../../_components/door.tsx'
import { LinkOver } from '../../_components/link-over.tsx'
import { readLink } from '../../_components/read-link.ts'

export const metadata: Metadata = { title: 'Confirm e-mail' }

export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const change = await readLink((await serverCaller()).org.emailChange({ token }))
  if (!change) return <LinkOver />
  return (
    <Door title="Confirm your new e-mail" intro={`You will sign in as ${change.email} from now on.`}>
      <ConfirmForm token={token} />
    </Door>
  )
}
