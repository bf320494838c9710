'use client'

import '@mantine/spotlight/styles.layer.css'
import { Modal, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import {
  IconBellPlus,
  IconBellRinging,
  IconHome2,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSun,
  IconUser,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Kbd } from '../_ui/kbd.tsx'
import classes from './command-palette.module.css'
import type { SignedIn } from './crm-shell.tsx'
import { pagesFor } from './pages.ts'
import { signOut } from './sign-out.ts'
import { type Found, usePaletteResults } from './use-palette-results.tsx'

type Line = {
  id: string
  label: string
  detail?: string
  icon: TablerIcon
  keys?: string
  words?: string
  run: () => void
}

const matches = (query: string) => {
  const asked = query.toLowerCase().split(/\s+/)
  return ({ label, words = '' }: Line) => asked.every((word) => `${label} ${words}`.toLowerCase().includes(word))
}

type Props = {
  person: SignedIn
  /** Counts up each time somebody asks for it. */
  asked: number
  onHelp: () => void
}

/** Finds anything and does anything: pages, actions, homes, people and saved searches. */
export function CommandPalette({ person, asked, onHelp }: Props) {
  useEffect(() => {
    if (asked > 0) spotlight.open()
  }, [asked])
  const router = useRouter()
  const { setColorScheme } = useMantineColorScheme()
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query.trim(), 150)
  const { homes, people, alerts } = usePaletteResults(settled)
  const { main, foot } = pagesFor(person.role)
  const toLines = (found: Found[], icon: TablerIcon): Line[] =>
    found.map(({ href, ...line }) => ({ ...line, icon, run: () => router.push(href) }))

  const pages = [...main, ...foot].map(
    ({ href, label, icon, keys }): Line => ({ id: href, label, icon, keys, run: () => router.push(href) }),
  )
  const actions: Line[] = [
    { id: 'new', label: 'New alert', words: 'saved search', icon: IconBellPlus, run: () => router.push('/alerts/new') },
    {
      id: 'person',
      label: 'New contact',
      words: 'person client lead',
      icon: IconUserPlus,
      run: () => router.push('/contacts/new'),
    },
    { id: 'light', label: 'Light theme', icon: IconSun, run: () => setColorScheme('light') },
    { id: 'dark', label: 'Dark theme', icon: IconMoon, run: () => setColorScheme('dark') },
    { id: 'keys', label: 'Keyboard shortcuts', icon: IconKeyboard, keys: '?', run: onHelp },
    { id: 'out', label: 'Sign out', words: 'log out leave', icon: IconLogout, run: signOut },
  ]
  const groups = [
    { name: 'Homes', lines: toLines(homes, IconHome2) },
    { name: 'People', lines: toLines(people, IconUser) },
    { name: 'Alerts', lines: toLines(alerts, IconBellRinging) },
    { name: 'Go to', lines: pages.filter(matches(settled)) },
    { name: 'Do', lines: actions.filter(matches(settled)) },
  ].filter(({ lines }) => lines.length > 0)

  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} shortcut={null} scrollable maxHeight={460}>
      <Modal.Title className={classes.title}>Find anything</Modal.Title>
      <Spotlight.Search
        placeholder="Find a home, a person, a page…"
        aria-label="Find a home, a person, a page"
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      {groups.length > 0 ? (
        <Spotlight.ActionsList>
          {groups.map(({ name, lines }) => (
            <Spotlight.ActionsGroup key={name} label={name} className={classes.group ?? ''}>
              {lines.map(({ id, label, detail, icon: Icon, keys, run }) => (
                <Spotlight.Action
                  key={id}
                  label={label}
                  description={detail}
                  leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
                  rightSection={keys && <Kbd keys={keys} />}
                  onClick={run}
                />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        </Spotlight.ActionsList>
      ) : (
        <Spotlight.Empty>Nothing matches “{settled}”.</Spotlight.Empty>
      )}
    </Spotlight.Root>
  )
}
