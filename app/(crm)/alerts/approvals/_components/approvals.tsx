'use client'

import { IconMailCheck } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { useListKeys } from '../../../../_ui/use-list-keys.ts'
import { When } from '../../../../_ui/when.tsx'
import { approvals } from '../../_queries.ts'
import { ApprovalCard } from './approval-card.tsx'
import classes from './approvals.module.css'

function Waiting() {
  const { data } = useSuspenseQuery(approvals(useTRPC()))
  useListKeys()
  if (data.items.length === 0) {
    return (
      <EmptyState
        icon={IconMailCheck}
        title="Nothing waits for you"
        action={<ActionLink href="/alerts">All alerts</ActionLink>}
      >
        Alerts that you look at first put here what they find. Switch it on in an alert, under “How often”.
      </EmptyState>
    )
  }
  return (
    <>
      {data.nextRunAt && (
        <p className={classes.next}>
          What you approve goes out with the next run, <When at={data.nextRunAt} format="exact" />.
        </p>
      )}
      <ul className={classes.cards} aria-label="Waiting for you">
        {data.items.map((approval) => (
          <ApprovalCard key={approval.id} approval={approval} />
        ))}
      </ul>
      {data.hasMore && <p className={classes.next}>There are more. They move up as you decide.</p>}
    </>
  )
}

/** What searches have found for people whose agent looks first: what expires first on top. */
export const Approvals = () => (
  <>
    <PageHeader
      title="To approve"
      description="Homes that wait for your word. What nobody approves in 48 hours is not sent."
      trail={<TextLink href="/alerts">Alerts</TextLink>}
    />
    <QueryBoundary
      loading={<ListSkeleton shape="rows" label="Looking what waits for you" />}
      title="What waits did not load"
    >
      <Waiting />
    </QueryBoundary>
  </>
)
