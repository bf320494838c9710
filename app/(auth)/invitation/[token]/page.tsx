import type { Metadata } from 'next'
import { roleWords } from '#server/domain/org/org.words.ts'
import { serverCaller } from '../../../_trpc/server.tsx'
import { Door } from '../../_components/door.tsx'
import { LinkOver } from '../../_components/link-over.tsx'
import { NewPasswordForm } from '../../_components/new-password-form.tsx'
import { readLink } from '../../_components/read-link.ts'

export const metadata: Metadata = { title: 'Welcome' }

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const invited = await readLink((await serverCaller()).org.invitation({ token }))
  if (!invited) return <LinkOver />
  const { fullName, email, role, officeName } = invited
  const place = `${roleWords[role].name.toLowerCase()} at ${officeName}`
  return (
    <Door
      title={`Welcome, ${fullName.split(' ')[0]}`}
      intro={`You join as ${place}. Choose a password; you sign in as ${email}.`}
    >
      <NewPasswordForm token={token} kind="invitation" email={email} label="Set password and sign in" />
    </Door>
  )
}
