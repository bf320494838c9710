'use client'

import Link from 'next/link'
import { formatCount } from './format.ts'
import classes from './link-tabs.module.css'

export type LinkTab = {
  key: string
  href: string
  label: string
  /** How many there are behind it; null where nobody counts. */
  count: number | null
  here: boolean
  title?: string
}

type Props = {
  /** Names the row for screen readers. */
  label: string
  tabs: readonly LinkTab[]
  /** Everything is here already: only the address changes, and no page has to come from the server. */
  stay?: boolean
}

const stayHere = (href: string) => (event: { preventDefault: () => void }) => {
  event.preventDefault()
  window.history.pushState(null, '', href)
}

/** A row of choices with their counts; the address says which of them it is. */
export const LinkTabs = ({ label, tabs, stay = false }: Props) => (
  <nav className={classes.tabs} aria-label={label}>
    {tabs.map(({ key, href, label: words, count, here, title }) => (
      <Link
        key={key}
        href={href}
        className={classes.tab}
        aria-current={here ? 'page' : undefined}
        title={title}
        scroll={false}
        {...(stay ? { prefetch: false, onNavigate: stayHere(href) } : {})}
      >
        {words}
        {count !== null && <span className={classes.count}>{formatCount(count)}</span>}
      </Link>
    ))}
  </nav>
)
