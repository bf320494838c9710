import type { ReactNode } from 'react'
import { currentActor } from '#server/auth.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { toTheDoor } from '../../_shell/to-the-door.ts'
import { SettingsNav } from './_components/settings-nav.tsx'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (!actor) return toTheDoor()
  return (
    <>
      <SettingsNav seesActivity={seesWholeFirm(actor)} />
      {children}
    </>
  )
}
