import type { Metadata } from 'next'
import { Door } from '../_components/door.tsx'
import { ForgotForm } from '../_components/forgot-form.tsx'

export const metadata: Metadata = { title: 'Forgot password' }

export default function ForgotPage() {
  return (
    <Door title="Forgot your password?" intro="Tell us the e-mail you sign in with, and we mail you a link.">
      <ForgotForm />
    </Door>
  )
}
