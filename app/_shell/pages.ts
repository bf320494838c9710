import {
  IconActivityHeartbeat,
  IconBellRinging,
  IconCalendarEvent,
  IconChartBar,
  IconHeartHandshake,
  IconHome2,
  IconInbox,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import type { Role } from '#server/generated/prisma/enums.ts'
import type { NavItem } from '../_ui/app-shell.tsx'

type Page = NavItem & { keys: string }

/** The pages that exist, once: the rail, the shortcuts and the palette are made from this. */
export const pages = [
  { href: '/leads', also: ['/offers', '/ponds', '/taken-back'], label: 'Leads', icon: IconInbox, keys: 'g i' },
  { href: '/listings', label: 'Listings', icon: IconHome2, keys: 'g l' },
  { href: '/contacts', label: 'Contacts', icon: IconUsers, keys: 'g c' },
  { href: '/alerts', label: 'Alerts', icon: IconBellRinging, keys: 'g a' },
  { href: '/calendar', label: 'Calendar', icon: IconCalendarEvent, keys: 'g t' },
  { href: '/deals', label: 'Deals', icon: IconHeartHandshake, keys: 'g d' },
] as const satisfies Page[]

/** For who leads an office or the firm. */
const reports = { href: '/reports', label: 'Reports', icon: IconChartBar, keys: 'g r' }
const operations = { href: '/operations', label: 'Operations', icon: IconActivityHeartbeat, keys: 'g o' }
/** Everybody has an account of their own; what else it shows depends on the role. */
const settings = { href: '/settings', label: 'Settings', icon: IconSettings, keys: 'g s' }

function footOf(role: Role): readonly Page[] {
  if (role === 'owner' || role === 'admin') return [reports, operations, settings]
  return role === 'manager' ? [reports, settings] : [settings]
}

/** Shown, not guarded: the procedures behind the pages decide. */
export const pagesFor = (role: Role): { main: readonly Page[]; foot: readonly Page[] } => ({
  main: pages,
  foot: footOf(role),
})
