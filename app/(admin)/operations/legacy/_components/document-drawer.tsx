'use client'

import { Drawer } from '@mantine/core'
import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import type { Opened } from '../_filters.ts'
import { QuarantinedDocument } from './quarantined-document.tsx'

type Props = { opened: Opened; onClose: () => void }

/** One document of the quarantine, beside the list it stands in. */
export const DocumentDrawer = ({ opened, onClose }: Props) => (
  <Drawer
    opened
    onClose={onClose}
    position="right"
    size="lg"
    title={`A ${STREAM_WORDS[opened.stream].one} in quarantine`}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    <QueryBoundary
      key={`${opened.stream}/${opened.sourceId}`}
      loading={<ListSkeleton shape="lines" rows={6} label="Loading the document" />}
      title="The document did not load"
    >
      <QuarantinedDocument opened={opened} />
    </QueryBoundary>
  </Drawer>
)
