import { IconMapPinOff } from '@tabler/icons-react'
import { ActionAnchor } from './_ui/action.tsx'
import { EmptyState } from './_ui/empty-state.tsx'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main>
      <EmptyState
        page
        icon={IconMapPinOff}
        title="There is nothing at this address"
        action={
          <ActionAnchor primary href="/listings">
            Go to listings
          </ActionAnchor>
        }
      >
        It may have been removed, or the link lost a letter on its way to you.
      </EmptyState>
    </main>
  )
}
