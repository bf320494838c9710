'use client'

import { IconBell, IconHeart, IconHome, IconThumbUp, IconX, type TablerIcon } from '@tabler/icons-react'
import { useSearchParams } from 'next/navigation'
import { homesOn, readShow, SHELVES, type Shelf, type Show } from '../_shelves.ts'
import classes from './portal.module.css'
import { Preferences } from './preferences.tsx'
import { ToldHomes } from './told-homes.tsx'
import { useNoteLife } from './use-note-life.ts'
import { useToldHomes } from './use-told-homes.ts'

const SHELF_LOOKS: Record<Shelf, { word: string; icon: TablerIcon }> = {
  homes: { word: 'Homes', icon: IconHome },
  favorites: { word: 'Favorites', icon: IconHeart },
  maybe: { word: 'Maybe', icon: IconThumbUp },
  no: { word: 'No', icon: IconX },
}

type Props = { token: string; photoOrigin: string }
type TabProps = {
  to: Show
  shown: Show
  word: string
  icon: TablerIcon
  count?: number
  className?: string | undefined
}

/** A plain link, so that it also works where scripts do not; with them, the page changes in place. */
const Tab = ({ to, shown, word, icon: Icon, count, className }: TabProps) => (
  <a
    href={`?show=${to}`}
    className={[classes.tab, className].filter(Boolean).join(' ')}
    aria-current={to === shown ? 'page' : undefined}
    onClick={(event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      window.history.pushState(null, '', `?show=${to}`)
      window.scrollTo({ top: 0 })
    }}
  >
    <Icon size={18} aria-hidden />
    {word}
    {count !== undefined && count > 0 && <span className={classes.number}>{count}</span>}
  </a>
)

/** A client's own place: the homes they were told about, what they think of them, and what they are told. */
export function Portal({ token, photoOrigin }: Props) {
  const { homes, say } = useToldHomes(token)
  useNoteLife(token)
  const show = readShow(useSearchParams().get('show'), homes.length > 0)
  const shelf: Shelf = show === 'searches' ? 'homes' : show
  return (
    <div className={classes.portal} data-show={show === 'searches' ? 'searches' : 'homes'}>
      <header className={classes.top}>
        <h1 className={classes.title}>{show === 'favorites' ? 'Your favorites' : 'Your homes'}</h1>
        <Tab to="searches" shown={show} word="Alerts" icon={IconBell} className={classes.onPhones} />
      </header>
      <nav className={classes.tabs} aria-label="Your homes">
        {SHELVES.map((each) => (
          <Tab key={each} to={each} shown={show} {...SHELF_LOOKS[each]} count={homesOn(each, homes).length} />
        ))}
      </nav>
      <div className={classes.columns}>
        <section className={classes.shelf} aria-label={SHELF_LOOKS[shelf].word}>
          <ToldHomes token={token} shelf={shelf} homes={homes} onSay={say} />
        </section>
        <section className={classes.searches} aria-label="Your home alerts">
          <Preferences token={token} photoOrigin={photoOrigin} />
        </section>
      </div>
    </div>
  )
}
