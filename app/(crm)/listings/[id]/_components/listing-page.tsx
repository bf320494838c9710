'use client'

import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListingDetail } from './listing-detail.tsx'
import { ListingSkeleton } from './listing-skeleton.tsx'

type Props = { id: string; mapStyleUrl: string | undefined; photoOrigin: string }

/** One home, with its shape while it loads and words when it does not. */
export const ListingPage = (props: Props) => (
  <QueryBoundary loading={<ListingSkeleton />} title="This home did not load" page>
    <ListingDetail {...props} />
  </QueryBoundary>
)
