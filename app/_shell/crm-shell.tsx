'use client'

import { ActionIcon, Tooltip } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { Role } from '#server/generated/prisma/enums.ts'
import { Live } from '../_trpc/live.tsx'
import { AppShell } from '../_ui/app-shell.tsx'
import { useKeySequences } from '../_ui/use-key-sequences.ts'
import { useListKeys } from '../_ui/use-list-keys.ts'
import { CommandPalette } from './command-palette.tsx'
import { HealthDot } from './health-dot.tsx'
import { pagesFor } from './pages.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { UserMenu } from './user-menu.tsx'

export type SignedIn = { fullName: string; email: string; role: Role }

/** Everything around a signed-in page: rail, palette, shortcuts, and the live stream. */
export function CrmShell({ person, children }: { person: SignedIn; children: ReactNode }) {
  const router = useRouter()
  const [helpOpen, setHelpOpen] = useState(false)
  const { main, foot } = pagesFor(person.role)
  const goTo = Object.fromEntries([...main, ...foot].map(({ keys, href }) => [keys, () => router.push(href)]))
  useKeySequences({ ...goTo, '?': () => setHelpOpen(true), '/': () => spotlight.open() })
  useListKeys()

  return (
    <AppShell
      home="/listings"
      brand="Palmetto"
      items={[...main]}
      footItems={foot.map((page) => (page.href === '/operations' ? { ...page, badge: <HealthDot /> } : page))}
      tools={
        <Tooltip label="Find anything" position="right">
          <ActionIcon aria-label="Find anything" size={44} onClick={spotlight.open}>
            <IconSearch size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      }
      foot={<UserMenu person={person} onHelp={() => setHelpOpen(true)} />}
    >
      <Live />
      {children}
      <CommandPalette person={person} onHelp={() => setHelpOpen(true)} />
      <ShortcutsDialog role={person.role} opened={helpOpen} onClose={() => setHelpOpen(false)} />
    </AppShell>
  )
}
