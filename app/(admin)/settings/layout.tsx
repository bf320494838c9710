import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentActor } from '#server/auth.ts'
import { SettingsNav } from './_components/settings-nav.tsx'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  return (
    <>
      <SettingsNav />
      {children}
    </>
  )
}
