import type { ReactNode } from 'react'
import { currentActor } from '#server/auth.ts'
import { CrmShell } from '../_shell/crm-shell.tsx'
import { toTheDoor } from '../_shell/to-the-door.ts'

/** The same house. Settings are for everybody; operations show others the way back. The procedures are the guard. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (!actor) return toTheDoor()
  const { fullName, email, role } = actor
  return <CrmShell person={{ fullName, email, role }}>{children}</CrmShell>
}
