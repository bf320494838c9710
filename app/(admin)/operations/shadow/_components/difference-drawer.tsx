'use client'

import { Drawer } from '@mantine/core'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { DifferenceDetails } from './difference-details.tsx'

type Props = { differenceId: string; onClose: () => void }

/** One difference with its evidence, beside the list it stands in. */
export const DifferenceDrawer = ({ differenceId, onClose }: Props) => (
  <Drawer
    opened
    onClose={onClose}
    position="right"
    size="xl"
    title="One home, told differently"
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    <QueryBoundary
      key={differenceId}
      loading={<ListSkeleton shape="lines" rows={8} label="Loading the difference" />}
      title="The difference did not load"
    >
      <DifferenceDetails differenceId={differenceId} />
    </QueryBoundary>
  </Drawer>
)
