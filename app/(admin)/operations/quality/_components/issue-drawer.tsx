'use client'

import { Drawer } from '@mantine/core'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { IssueDetails } from './issue-details.tsx'

type Props = { issueId: string; title: string; onClose: () => void }

/** One issue beside the list it stands in. */
export const IssueDrawer = ({ issueId, title, onClose }: Props) => (
  <Drawer
    opened
    onClose={onClose}
    position="right"
    size="lg"
    title={title}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    <QueryBoundary
      key={issueId}
      loading={<ListSkeleton shape="lines" rows={6} label="Loading where it came from" />}
      title="The issue did not load"
    >
      <IssueDetails issueId={issueId} />
    </QueryBoundary>
  </Drawer>
)
