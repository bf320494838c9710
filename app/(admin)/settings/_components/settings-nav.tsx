'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import classes from './settings.module.css'

const parts = [
  { href: '/settings', label: 'Your account' },
  { href: '/settings/people', label: 'People' },
  { href: '/settings/teams', label: 'Teams' },
  { href: '/settings/offices', label: 'Offices' },
]

/** The parts of the settings. What one may change there, the parts themselves know. */
export function SettingsNav() {
  const pathname = usePathname()
  return (
    <nav aria-label="Settings" className={classes.nav}>
      {parts.map(({ href, label }) => (
        <Link key={href} href={href} className={classes.part} aria-current={pathname === href ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
