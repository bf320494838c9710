'use client'

import { IconCloudOff, IconLock } from '@tabler/icons-react'
import { Action } from '../../../_ui/action.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Note } from '../../../_ui/note.tsx'
import { Section } from '../../../_ui/section.tsx'
import { When } from '../../../_ui/when.tsx'

/** Whose deals these are while they have not moved, and where to change one. */
export const KeptInTheOldSystem = () => (
  <Note title="Deals are still kept in the old system" icon={IconLock}>
    You see them as they stand there at this moment. Open a deal to change it there; it shows here at once. They are
    edited here from the day they move.
  </Note>
)

type Props = { lastReachedAt: Date | null; onRetry: () => void; isRetrying: boolean }

/** Instead of deals, when the system they come from does not answer. The rest of the page goes on. */
export const Unreachable = ({ lastReachedAt, onRetry, isRetrying }: Props) => (
  <Section flush>
    <EmptyState
      icon={IconCloudOff}
      title="The old system cannot be reached"
      action={
        <Action primary onClick={onRetry} disabled={isRetrying}>
          {isRetrying ? 'Trying again' : 'Try again'}
        </Action>
      }
    >
      <span role="status">
        Deals come from there until they move. Nothing was lost.{' '}
        {lastReachedAt ? (
          <>
            It was last reached <When at={lastReachedAt} />.
          </>
        ) : (
          'Nobody knows when it was last reached.'
        )}
      </span>
    </EmptyState>
  </Section>
)
