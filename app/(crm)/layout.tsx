import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { currentActor } from '#server/auth.ts'
import { CrmShell } from '../_shell/crm-shell.tsx'
import { toTheDoor } from '../_shell/to-the-door.ts'

// Only here: a buyer who looks at a home is not asked to install what the brokerage works with.
export const metadata: Metadata = { manifest: '/manifest.webmanifest' }

/** Sends visitors to the door. It guards nothing: a layout is not re-run on navigation, the procedures are the guard. */
export default async function CrmLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (!actor) return toTheDoor()
  const { fullName, email, role } = actor
  return <CrmShell person={{ fullName, email, role }}>{children}</CrmShell>
}
