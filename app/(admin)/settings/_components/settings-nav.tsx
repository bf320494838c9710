'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import classes from './settings.module.css'

const parts = [
  { href: '/settings', label: 'Your account' },
  { href: '/settings/availability', label: 'Availability' },
  { href: '/settings/people', label: 'People' },
  { href: '/settings/teams', label: 'Teams' },
  { href: '/settings/offices', label: 'Offices' },
]
/** Owners' and admins'. */
const ofFirm = [
  { href: '/settings/sources', label: 'Lead sources' },
  { href: '/settings/rules', label: 'Lead rules' },
  { href: '/settings/idle-leads', label: 'Idle leads' },
  { href: '/settings/ponds', label: 'Ponds' },
  { href: '/settings/slack', label: 'Slack' },
  { href: '/settings/activity', label: 'Activity' },
]

/** The parts of the settings. What one may change there, the parts themselves know. */
export function SettingsNav({ seesActivity }: { seesActivity: boolean }) {
  const pathname = usePathname()
  const nav = useRef<HTMLElement>(null)
  // On a phone the last parts stand beside the screen: whoever is there should see where they are.
  useEffect(() => {
    nav.current?.querySelector(`[href="${pathname}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])
  return (
    <nav ref={nav} aria-label="Settings" className={classes.nav}>
      {[...parts, ...(seesActivity ? ofFirm : [])].map(({ href, label }) => (
        <Link key={href} href={href} className={classes.part} aria-current={pathname === href ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
