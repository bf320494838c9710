import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentActor } from '#server/auth.ts'

/** Who may not see operations is shown the way back. The procedures are the guard. */
export default async function OperationsLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (actor?.role !== 'owner' && actor?.role !== 'admin') redirect('/listings')
  return children
}
