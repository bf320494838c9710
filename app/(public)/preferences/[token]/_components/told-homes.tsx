'use client'

import { IconHeart, IconHome, IconThumbUp, IconX, type TablerIcon } from '@tabler/icons-react'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import type { ToldHome as Home } from '../_preferences.ts'
import { homesOn, type Shelf } from '../_shelves.ts'
import classes from './portal.module.css'
import { ToldHome } from './told-home.tsx'
import type { useToldHomes } from './use-told-homes.ts'

const EMPTY: Record<Shelf, { icon: TablerIcon; title: string; words: string }> = {
  homes: {
    icon: IconHome,
    title: 'No homes yet',
    words: 'As soon as a home fits what you look for, it is mailed to you and waits for you here.',
  },
  favorites: {
    icon: IconHeart,
    title: 'No favorites yet',
    words: 'Tap the heart on a home you love. Your agent sees it and can show it to you.',
  },
  maybe: { icon: IconThumbUp, title: 'Nothing here yet', words: 'Homes you want to think about wait here.' },
  no: {
    icon: IconX,
    title: 'You have said no to nothing',
    words: 'A home you say no to is never mailed to you again. You can change your mind here.',
  },
}

type Props = {
  token: string
  shelf: Shelf
  homes: readonly Home[]
  onSay: ReturnType<typeof useToldHomes>['say']
}

/** The homes on one shelf, the latest told first. */
export function ToldHomes({ token, shelf, homes, onSay }: Props) {
  const shown = homesOn(shelf, homes)
  const { icon, title, words } = EMPTY[shelf]
  if (shown.length === 0) {
    return (
      <div className={classes.empty}>
        <EmptyState icon={icon} title={title}>
          {words}
        </EmptyState>
      </div>
    )
  }
  return (
    <ul className={classes.homes}>
      {shown.map((home, index) => (
        <li key={home.id}>
          <ToldHome
            home={home}
            href={`/homes/${encodeURIComponent(home.listingKey)}?t=${token}`}
            eager={index === 0}
            onSay={(verdict) => onSay(home, verdict)}
          />
        </li>
      ))}
    </ul>
  )
}
