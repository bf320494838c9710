import { Button } from '@mantine/core'
import type { Metadata } from 'next'
import { serverCaller } from '../../../_trpc/server.tsx'
import { Door } from '../../_components/door.tsx'
import { LinkOver } from '../../_components/link-over.tsx'
import { NewPasswordForm } from '../../_components/new-password-form.tsx'
import { readLink } from '../../_components/read-link.ts'

export const metadata: Metadata = { title: 'New password' }

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await readLink((await serverCaller()).org.resetLink({ token }))
  if (!link) {
    return (
      <LinkOver>
        <Button component="a" href="/forgot" size="md">
          Mail me a new link
        </Button>
      </LinkOver>
    )
  }
  return (
    <Door title="Set a new password" intro="It ends every session that is still open, on every device.">
      <NewPasswordForm token={token} kind="reset" label="Set password and sign in" />
    </Door>
  )
}
