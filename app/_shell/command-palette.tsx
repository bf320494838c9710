'use client'

import '@mantine/spotlight/styles.css'
import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight'
import { IconBellPlus, IconKeyboard, IconLogout, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Kbd } from '../_ui/kbd.tsx'
import type { SignedIn } from './crm-shell.tsx'
import { pagesFor } from './pages.ts'
import { signOut } from './sign-out.ts'
import { usePaletteResults } from './use-palette-results.tsx'

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

/** Finds anything and does anything: pages, actions, homes and people. */
export function CommandPalette({ person, onHelp }: { person: SignedIn; onHelp: () => void }) {
  const router = useRouter()
  const { setColorScheme } = useMantineColorScheme()
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query.trim(), 150)
  const found = usePaletteResults(settled)
  const { main, foot } = pagesFor(person.role)

  const actions: SpotlightActionGroupData[] = [
    {
      group: 'Go to',
      actions: [...main, ...foot].map(({ href, label, icon: Icon, keys }) => ({
        id: href,
        label,
        leftSection: <Icon {...icon} />,
        rightSection: <Kbd keys={keys} />,
        onClick: () => router.push(href),
      })),
    },
    {
      group: 'Do',
      actions: [
        {
          id: 'new-alert',
          label: 'New alert',
          keywords: 'saved search',
          leftSection: <IconBellPlus {...icon} />,
          onClick: () => router.push('/alerts/new'),
        },
        {
          id: 'light',
          label: 'Light theme',
          leftSection: <IconSun {...icon} />,
          onClick: () => setColorScheme('light'),
        },
        { id: 'dark', label: 'Dark theme', leftSection: <IconMoon {...icon} />, onClick: () => setColorScheme('dark') },
        { id: 'keys', label: 'Keyboard shortcuts', leftSection: <IconKeyboard {...icon} />, onClick: onHelp },
        { id: 'out', label: 'Sign out', leftSection: <IconLogout {...icon} />, onClick: signOut },
      ],
    },
  ]
  const words = settled.toLowerCase().split(/\s+/)
  const matching = actions
    .map(({ group, actions }) => ({
      group,
      actions: actions.filter(({ label = '', keywords = '' }) =>
        words.every((word) => `${label} ${keywords}`.toLowerCase().includes(word)),
      ),
    }))
    .concat(found)

  return (
    <Spotlight
      query={query}
      onQueryChange={setQuery}
      actions={matching}
      // The server has already found; a second filter would hide what matched by another word.
      filter={(_query, all) => all}
      nothingFound={settled ? `Nothing matches “${settled}”.` : undefined}
      tagsToIgnore={[]}
      scrollable
      maxHeight={440}
      onSpotlightClose={() => setQuery('')}
      searchProps={{
        placeholder: 'Find a home, a person, a page…',
        'aria-label': 'Find a home, a person, a page',
        leftSection: <IconSearch {...icon} />,
      }}
    />
  )
}

export const openPalette = spotlight.open
