import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '#server/auth.ts'
import { Door } from '../_components/door.tsx'
import { SignInForm } from '../_components/sign-in-form.tsx'
import { nextPath } from '../_next-path.ts'

export const metadata: Metadata = { title: 'Sign in' }

const notices: Record<string, string> = {
  password: 'Your new password is set. Sign in with it.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { next, notice } = await searchParams
  const path = nextPath(typeof next === 'string' ? next : null)
  if (await currentActor()) redirect(path)
  return (
    <Door title="Good to see you" intro="Sign in to your homes and the people who look for them.">
      <SignInForm next={path} notice={typeof notice === 'string' ? notices[notice] : undefined} />
    </Door>
  )
}
