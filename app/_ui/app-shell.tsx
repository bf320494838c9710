'use client'

import type { TablerIcon } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import classes from './app-shell.module.css'
import { Mark } from './mark.tsx'

export type NavItem = {
  href: string
  /** Pages of other addresses that belong to it. */
  also?: readonly string[]
  label: string
  icon: TablerIcon
  hint?: string
  badge?: ReactNode
}

type Props = {
  home: string
  brand: string
  items: NavItem[]
  /** At the foot of the rail; on the phone they stand at the right of the bar. */
  footItems: NavItem[]
  /** Above the items: e.g. the search button. */
  tools?: ReactNode
  /** At the very bottom: who is signed in. */
  foot?: ReactNode
  children: ReactNode
}

function NavLink({ item }: { item: NavItem }) {
  const path = usePathname()
  const here = [item.href, ...(item.also ?? [])].some((href) => path === href || path.startsWith(`${href}/`))
  return (
    <Link href={item.href} className={classes.link} {...(here ? { 'aria-current': 'page' as const } : {})}>
      <span className={classes.icon}>
        <item.icon size={20} stroke={here ? 2 : 1.6} aria-hidden />
        {item.badge}
      </span>
      <span className={classes.word}>{item.label}</span>
    </Link>
  )
}

/** Slim rail on the desk, bar on the phone; the page in the middle. */
export function AppShell({ home, brand, items, footItems, tools, foot, children }: Props) {
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        Skip to content
      </a>
      <nav aria-label="Main" className={classes.rail}>
        <Link href={home} className={classes.mark} aria-label={brand}>
          <Mark size={32} />
        </Link>
        {tools && <div className={classes.tools}>{tools}</div>}
        <div className={classes.nav}>
          {items.map((item) => (
            <NavLink key={item.href} item={item} />
          ))}
          {footItems.length > 0 && <span className={classes.gap} />}
          {footItems.map((item) => (
            <NavLink key={item.href} item={item} />
          ))}
        </div>
        {foot && <div className={classes.foot}>{foot}</div>}
      </nav>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  )
}
