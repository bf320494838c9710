'use client'

import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { WhyAnswer } from './why-answer.tsx'

type Props = {
  opened: boolean
  onClose: () => void
  /** Null until both are picked. */
  pair: { contactId: string; listingId: string } | null
  title: string
  /** What is shown while there is no pair yet. */
  hint: string
  /** Picks what is not given yet. */
  children: ReactNode
}

/** One person, one home: why did they hear of it, or why not? */
export const WhyDialog = ({ opened, onClose, pair, title, hint, children }: Props) => (
  <Modal opened={opened} onClose={onClose} title={title} size={640}>
    {children}
    {pair ? (
      <QueryBoundary
        key={`${pair.contactId} ${pair.listingId}`}
        loading={<ListSkeleton shape="lines" rows={5} label="Looking into it" />}
        title="The answer did not load"
      >
        <WhyAnswer {...pair} />
      </QueryBoundary>
    ) : (
      hint
    )}
  </Modal>
)
