'use client'

import { IconSearch } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { Role } from '#server/generated/prisma/enums.ts'
import { Live } from '../_trpc/live.tsx'
import { AppShell } from '../_ui/app-shell.tsx'
import { useKeySequences } from '../_ui/use-key-sequences.ts'
import { useListKeys } from '../_ui/use-list-keys.ts'
import classes from './crm-shell.module.css'
import { HealthDot } from './health-dot.tsx'
import { pagesFor } from './pages.ts'
import { UserMenu } from './user-menu.tsx'

export type SignedIn = { fullName: string; email: string; role: Role }

// Both are fetched when they are first asked for: no page waits for them.
const CommandPalette = dynamic(() => import('./command-palette.tsx').then((module) => module.CommandPalette))
const ShortcutsDialog = dynamic(() => import('./shortcuts-dialog.tsx').then((module) => module.ShortcutsDialog))

/** Everything around a signed-in page: rail, palette, shortcuts, and the live stream. */
export function CrmShell({ person, children }: { person: SignedIn; children: ReactNode }) {
  const router = useRouter()
  const [asked, setAsked] = useState(0)
  const [help, setHelp] = useState<boolean | null>(null)
  const { main, foot } = pagesFor(person.role)
  const goTo = Object.fromEntries([...main, ...foot].map(({ keys, href }) => [keys, () => router.push(href)]))
  const openPalette = () => setAsked((times) => times + 1)
  const openHelp = () => setHelp(true)
  useKeySequences({ ...goTo, '?': openHelp, '/': openPalette, 'mod+k': openPalette })
  useListKeys()

  return (
    <AppShell
      home="/listings"
      brand="Palmetto"
      items={[...main]}
      footItems={foot.map((page) => (page.href === '/operations' ? { ...page, badge: <HealthDot /> } : page))}
      tools={
        <button
          type="button"
          className={classes.find}
          aria-label="Find anything"
          title="Find anything"
          onClick={openPalette}
        >
          <IconSearch size={20} stroke={1.6} aria-hidden />
        </button>
      }
      foot={<UserMenu person={person} onHelp={openHelp} />}
    >
      <Live />
      {children}
      {asked > 0 && <CommandPalette person={person} asked={asked} onHelp={openHelp} />}
      {help !== null && <ShortcutsDialog role={person.role} opened={help} onClose={() => setHelp(false)} />}
    </AppShell>
  )
}
