'use client'

import { Drawer } from '@mantine/core'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { DealDetail } from './deal-detail.tsx'

/** One deal, beside the board or list it stands in. */
export const DealDrawer = ({ dealId, onClose }: { dealId: string; onClose: () => void }) => (
  <Drawer opened onClose={onClose} position="right" size="md" title="Deal" closeButtonProps={{ 'aria-label': 'Close' }}>
    <QueryBoundary
      loading={<ListSkeleton shape="lines" rows={8} label="Loading the deal" />}
      title="The deal did not load"
    >
      <DealDetail dealId={dealId} />
    </QueryBoundary>
  </Drawer>
)
