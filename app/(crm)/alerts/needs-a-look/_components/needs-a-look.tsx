'use client'

import { IconEyeCheck } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { useListKeys } from '../../../../_ui/use-list-keys.ts'
import { warned } from '../../_queries.ts'
import { warningKey } from '../../_warnings.words.ts'
import classes from './needs-a-look.module.css'
import { WarnedSearch } from './warned-search.tsx'

function Waiting() {
  const { data } = useSuspenseQuery(warned(useTRPC()))
  useListKeys()
  if (data.items.length === 0) {
    return (
      <EmptyState
        icon={IconEyeCheck}
        title="No alert needs a look"
        action={<ActionLink href="/alerts">All alerts</ActionLink>}
      >
        When nobody follows one, or it finds nothing or far too much, it stands here, two weeks before anything changes.
      </EmptyState>
    )
  }
  return (
    <>
      <ul className={classes.cards} aria-label="Alerts that need a look">
        {data.items.map((item) => (
          <WarnedSearch key={warningKey(item)} item={item} />
        ))}
      </ul>
      {data.hasMore && <p className={classes.soft}>There are more. They move up as you decide.</p>}
    </>
  )
}

/** Alerts that nobody follows, that find nothing or too much: what is due first on top. */
export const NeedsALook = () => (
  <>
    <PageHeader
      title="Needs a look"
      description="No alert goes silent without a word: each stands here first, with what is due and when."
      trail={<TextLink href="/alerts">Alerts</TextLink>}
    />
    <QueryBoundary
      loading={<ListSkeleton shape="rows" label="Looking what needs a look" />}
      title="What needs a look did not load"
    >
      <Waiting />
    </QueryBoundary>
  </>
)
