import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentActor } from '#server/auth.ts'
import { CrmShell } from '../_shell/crm-shell.tsx'

/** The same house; who may not come in here is shown the way back. The procedures are the guard. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  if (actor.role !== 'owner' && actor.role !== 'admin') redirect('/listings')
  const { fullName, email, role } = actor
  return <CrmShell person={{ fullName, email, role }}>{children}</CrmShell>
}
