'use client'

import { IconInbox, IconMailCheck } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Section } from '../../../_ui/section.tsx'
import { writeFilters } from '../../_lists/list-url.ts'
import { More } from '../../_lists/more.tsx'
import type { LeadFilters } from '../_filters.ts'
import { leadPages } from '../_queries.ts'
import { LeadCard } from './lead-card.tsx'
import classes from './leads.module.css'
import { useLeads } from './use-leads.ts'

const NoLeads = ({ filters }: { filters: LeadFilters }) => (
  <Section flush>
    {writeFilters(filters) === '' ? (
      <EmptyState
        icon={IconMailCheck}
        title="Everybody has an answer"
        action={<ActionLink href="?state=all">All leads</ActionLink>}
      >
        Who asks about a home on our pages, or signs up for alerts, stands here the moment they send it.
      </EmptyState>
    ) : (
      <EmptyState
        icon={IconInbox}
        title="Nobody fits these filters"
        action={<ActionLink href="?">What waits for an answer</ActionLink>}
      >
        Take a filter away to see more of them.
      </EmptyState>
    )}
  </Section>
)

/** The leads that the filters find, the latest first. */
export function LeadResults({ filters }: { filters: LeadFilters }) {
  const list = useSuspenseInfiniteQuery(leadPages(useTRPC(), filters))
  const leads = useLeads()
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <NoLeads filters={filters} />
  const showsAgent = new Set(items.map(({ agent }) => agent?.id)).size > 1
  return (
    <>
      <ul className={classes.cards} aria-label="Leads">
        {items.map((lead) => (
          <LeadCard key={lead.id} lead={lead} leads={leads} showsAgent={showsAgent} />
        ))}
      </ul>
      <More
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
        label="Loading more leads"
      />
    </>
  )
}
