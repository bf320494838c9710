'use client'

import '@mantine/spotlight/styles.layer.css'
import { Modal, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import {
  IconBellPlus,
  IconBellRinging,
  IconCheckbox,
  IconHome2,
  IconKeyboard,
  IconLogout,
  IconMapPin,
  IconMoon,
  IconSearch,
  IconSun,
  IconUser,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import unseen from '../_ui/unseen.module.css'
import classes from './command-palette.module.css'
import type { SignedIn } from './crm-shell.tsx'
import { pagesFor } from './pages.ts'
import { type Line, PaletteLine } from './palette-line.tsx'
import { palette, paletteStore, selectFirstLine } from './palette-store.ts'
import { type Found, keepRecent, readRecents } from './recents.ts'
import { signOut } from './sign-out.ts'
import { useActiveLine } from './use-active-line.ts'
import { usePaletteResults } from './use-palette-results.ts'

const GROUPS: { kind: Found['kind']; name: string; icon: TablerIcon }[] = [
  { kind: 'person', name: 'People', icon: IconUser },
  { kind: 'place', name: 'Places', icon: IconMapPin },
  { kind: 'home', name: 'Homes', icon: IconHome2 },
  { kind: 'alert', name: 'Alerts', icon: IconBellRinging },
]
const iconOf = (kind: Found['kind']) => GROUPS.find((group) => group.kind === kind)?.icon ?? IconSearch

const matches = (typed: string) => {
  const asked = typed.toLowerCase().split(/\s+/)
  return ({ label, words = '' }: Line) => asked.every((word) => `${label} ${words}`.toLowerCase().includes(word))
}

type Props = {
  person: SignedIn
  /** Counts up each time somebody asks for it. */
  asked: number
  onHelp: () => void
}

/** Finds anything and does anything: people, places, homes, alerts, pages and actions. */
export function CommandPalette({ person, asked, onHelp }: Props) {
  const router = useRouter()
  const { setColorScheme } = useMantineColorScheme()
  const [query, setQuery] = useState('')
  const [recents, setRecents] = useState<Found[]>([])
  const [typed] = useDebouncedValue(query.trim(), 150)
  const { found, isLoading } = usePaletteResults(typed)
  useEffect(() => {
    if (asked === 0) return
    setRecents(readRecents())
    palette.open()
  }, [asked])
  // Enter takes the first of the lines that are shown, not the one that stood there before.
  const answer = found.map(({ href }) => href).join(' ')
  useEffect(() => {
    if (answer || typed) selectFirstLine()
  }, [answer, typed])

  const { main, foot } = pagesFor(person.role)
  const go = (href: string) => () => router.push(href)
  const toLine = (result: Found): Line => ({
    ...result,
    id: result.href,
    icon: iconOf(result.kind),
    run: () => {
      keepRecent(result)
      router.push(result.href)
    },
  })
  const pages = [...main, ...foot].map(
    ({ href, label, icon, keys }): Line => ({ id: href, label, icon, keys, run: go(href) }),
  )
  const actions: Line[] = [
    { id: 'new', label: 'New alert', words: 'saved search', icon: IconBellPlus, run: go('/alerts/new') },
    { id: 'person', label: 'New contact', words: 'person client lead', icon: IconUserPlus, run: go('/contacts/new') },
    { id: 'task', label: 'New task', words: 'todo call appointment day', icon: IconCheckbox, run: go('/calendar?new') },
    { id: 'light', label: 'Light theme', icon: IconSun, run: () => setColorScheme('light') },
    { id: 'dark', label: 'Dark theme', icon: IconMoon, run: () => setColorScheme('dark') },
    { id: 'keys', label: 'Keyboard shortcuts', icon: IconKeyboard, keys: '?', run: onHelp },
    { id: 'out', label: 'Sign out', words: 'log out leave', icon: IconLogout, run: signOut },
  ]
  const groups = [
    ...(typed ? [] : [{ name: 'Recent', lines: recents.map(toLine) }]),
    // What is known at once stands first: the answer of the server comes below it and moves nothing.
    { name: 'Go to', lines: pages.filter(matches(typed)) },
    { name: 'Do', lines: actions.filter(matches(typed)) },
    ...GROUPS.map(({ kind, name }) => ({ name, lines: found.filter((each) => each.kind === kind).map(toLine) })),
  ].filter(({ lines }) => lines.length > 0)

  const { listId, activeId } = useActiveLine(groups.flatMap(({ lines }) => lines.map(({ id }) => id)).join(' '))

  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={460}
    >
      <Modal.Title className={unseen.unseen}>Find anything</Modal.Title>
      <Spotlight.Search
        placeholder="A name, phone number, address, town, MLS number…"
        aria-label="Find a person, a home, an alert or a page"
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
        role="combobox"
        aria-expanded={groups.length > 0}
        aria-autocomplete="list"
        aria-controls={groups.length > 0 ? listId : undefined}
        aria-activedescendant={groups.length > 0 ? activeId : undefined}
      />
      {groups.length > 0 ? (
        <Spotlight.ActionsList role="listbox" aria-label="What was found">
          {groups.map(({ name, lines }) => (
            <Spotlight.ActionsGroup
              key={name}
              label={name}
              role="group"
              aria-label={name}
              className={classes.group ?? ''}
            >
              {lines.map((line) => (
                <PaletteLine key={line.id} line={line} typed={typed} />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        </Spotlight.ActionsList>
      ) : (
        <Spotlight.Empty>{isLoading ? 'Looking…' : `Nothing matches “${typed}”.`}</Spotlight.Empty>
      )}
    </Spotlight.Root>
  )
}
