import type { Metadata } from 'next'
import { found } from '../../../_trpc/found.ts'
import { serverCaller } from '../../../_trpc/server.tsx'
import { PublicFrame } from '../../homes/[key]/_components/public-frame.tsx'
import { ConfirmSignUp } from './_components/confirm-sign-up.tsx'

export const metadata: Metadata = { title: 'Homes by mail', robots: { index: false, follow: false } }

type Props = { params: Promise<{ token: string }> }

/** What a confirmation's link leads to. Opening it changes nothing: mail programs open links by themselves. */
export default async function SignUpPage({ params }: Props) {
  const { token } = await params
  const signUp = await found((await serverCaller()).signups.byLink({ token }))
  return (
    <PublicFrame>
      <ConfirmSignUp token={token} signUp={signUp} />
    </PublicFrame>
  )
}
