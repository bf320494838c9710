'use client'

import { IconHeartHandshake } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { SIDE_WORDS } from '#server/domain/deals/deals.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Money } from '../../../_ui/money.tsx'
import { Section } from '../../../_ui/section.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import table from '../../../_ui/table.module.css'
import { useNow } from '../../../_ui/use-now.ts'
import { When } from '../../../_ui/when.tsx'
import { More } from '../../_lists/more.tsx'
import { centsOf, closingWords, nextStep, placeOf, STAGE_TONES, stageName } from '../_deals.words.ts'
import type { DealFilters } from '../_filters.ts'
import { type Deal, dealPages } from '../_queries.ts'
import classes from './deal-list.module.css'
import { KeptInTheOldSystem, Unreachable } from './from-legacy.tsx'

type Props = { filters: DealFilters; onOpen: (dealId: string) => void }

/** The deals that the filters find, the latest change first. */
export function DealList({ filters, onOpen }: Props) {
  const list = useSuspenseInfiniteQuery(dealPages(useTRPC(), filters))
  const [first] = list.data.pages
  const away = list.data.pages.find((page) => page.state === 'unreachable')
  const items = list.data.pages.flatMap((page) => (page.state === 'read' ? page.items : []))
  const retry = () => void list.refetch()
  return (
    <div className={classes.frame}>
      {first?.state === 'read' && !first.canEdit && <KeptInTheOldSystem />}
      {items.length === 0 && !away && !list.hasNextPage && (
        <Section flush>
          <EmptyState
            icon={IconHeartHandshake}
            title="No deals fit these filters"
            action={<ActionLink href="/deals?show=list">All deals</ActionLink>}
          >
            Take a filter away to see more of them.
          </EmptyState>
        </Section>
      )}
      {items.length > 0 && (
        <Section flush>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Contact and home</th>
                <th scope="col">Stage</th>
                <th scope="col">Price</th>
                <th scope="col">Next</th>
                <th scope="col">Agent</th>
                <th scope="col">Changed</th>
              </tr>
            </thead>
            <tbody>
              {items.map((deal) => (
                <Row key={deal.id} deal={deal} onOpen={() => onOpen(deal.id)} />
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {away && <Unreachable lastReachedAt={away.lastReachedAt} onRetry={retry} isRetrying={list.isFetching} />}
      <More
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
        label="Loading more deals"
      />
    </div>
  )
}

function Row({ deal, onOpen }: { deal: Deal; onOpen: () => void }) {
  const now = useNow()
  const step = nextStep(deal, now)
  return (
    <tr data-row>
      <th scope="row">
        <Link
          href={`/deals?show=list&deal=${deal.id}`}
          className={classes.name}
          data-list-item
          prefetch={false}
          scroll={false}
          onNavigate={(event) => {
            event.preventDefault()
            onOpen()
          }}
        >
          {deal.contact.fullName}
        </Link>
        <span className={classes.soft}>
          {placeOf(deal)} · {SIDE_WORDS[deal.side]}
        </span>
      </th>
      <td>
        <StatusBadge tone={STAGE_TONES[deal.stage]}>{stageName(deal.stage)}</StatusBadge>
      </td>
      <td>
        <Money cents={centsOf(deal.priceCents)} />
      </td>
      <td>
        {step ? (
          <StatusBadge tone={step.isLate ? 'warning' : 'waiting'} variant="plain">
            {step.words}
          </StatusBadge>
        ) : (
          <span className={classes.quiet}>{closingWords(deal, now) ?? '—'}</span>
        )}
      </td>
      <td className={classes.quiet}>{deal.agent.fullName}</td>
      <td className={classes.quiet}>
        <When at={deal.updatedAt} />
      </td>
    </tr>
  )
}
