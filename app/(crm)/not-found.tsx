import { IconMapPinOff } from '@tabler/icons-react'
import { ActionAnchor } from '../_ui/action.tsx'
import { EmptyState } from '../_ui/empty-state.tsx'

export const metadata = { title: 'Not found' }

const PLACES = [
  { href: '/listings', label: 'Listings' },
  { href: '/contacts', label: 'Contacts' },
  { href: '/alerts', label: 'Alerts' },
]

/** A record that is gone, or is in somebody else's book: the two look the same from here. */
export default function RecordNotFound() {
  return (
    <EmptyState
      page
      icon={IconMapPinOff}
      title="We cannot find this"
      action={PLACES.map(({ href, label }, index) => (
        <ActionAnchor key={href} href={href} primary={index === 0}>
          {label}
        </ActionAnchor>
      ))}
    >
      It was removed, it belongs to a colleague, or the link lost a letter. Look for it by its name with the search in
      the menu.
    </EmptyState>
  )
}
