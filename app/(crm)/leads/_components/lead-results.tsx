'use client'

import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useTRPC } from '../../../_trpc/client.tsx'
import { More } from '../../_lists/more.tsx'
import type { LeadFilters } from '../_filters.ts'
import { leadPages } from '../_queries.ts'
import { LeadCard } from './lead-card.tsx'
import classes from './leads.module.css'
import { useLeads } from './use-leads.ts'

const NoLeads = dynamic(() => import('./no-leads.tsx').then((part) => part.NoLeads))

/** The leads that the filters find, the latest first. */
export function LeadResults({ filters }: { filters: LeadFilters }) {
  const list = useSuspenseInfiniteQuery(leadPages(useTRPC(), filters))
  const leads = useLeads()
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <NoLeads filters={filters} />
  return (
    <>
      <ul className={classes.cards} aria-label="Leads">
        {items.map((lead) => (
          <LeadCard key={lead.id} lead={lead} leads={leads} />
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
