import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentActor } from '#server/auth.ts'
import { CrmShell } from '../_shell/crm-shell.tsx'

/** Sends visitors to the door. It guards nothing: a layout is not re-run on navigation, the procedures are the guard. */
export default async function CrmLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  const { fullName, email, role } = actor
  return <CrmShell person={{ fullName, email, role }}>{children}</CrmShell>
}
