'use client'

import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useDeferredValue, useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { Action } from '../../../_ui/action.tsx'
import { Kbd } from '../../../_ui/kbd.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { useUrlFilters } from '../../_lists/use-url-filters.ts'
import { type DealFilters, readDealFilters } from '../_filters.ts'
import { masters } from '../_queries.ts'
import { Board } from './board.tsx'
import { BoardSkeleton } from './board-skeleton.tsx'
import { DealBar } from './deal-bar.tsx'
import classes from './deals.module.css'

// The list is for those who ask for it: with it the board's first view was over its budget.
const DealList = dynamic(() => import('./deal-list.tsx').then((module) => module.DealList))
const DealDrawer = dynamic(() => import('./deal-drawer.tsx').then((module) => module.DealDrawer), { ssr: false })
const NewDeal = dynamic(() => import('./new-deal.tsx').then((module) => module.NewDeal), { ssr: false })

/** What the brokerage works on: a board by stage or a list, and one deal beside it. */
export function Deals() {
  const { filters, setFilters } = useUrlFilters<DealFilters>(readDealFilters)
  const [isAdding, setAdding] = useState(false)
  const shown = useDeferredValue(filters)
  const whose = useQuery(masters(useTRPC())).data ?? []
  const canEdit = whose.some(({ feature, master }) => feature === 'deals' && master !== 'legacy')
  const open = (deal: string | undefined) => setFilters({ ...filters, deal })
  return (
    <>
      <PageHeader
        title="Deals"
        description="From the first talk to the closing, and what they add up to."
        actions={
          canEdit && (
            <Action primary icon={IconPlus} onClick={() => setAdding(true)}>
              New deal
            </Action>
          )
        }
      />
      <DealBar filters={filters} onChange={setFilters} />
      <div className={classes.results} aria-busy={shown !== filters}>
        {filters.show === 'list' ? (
          <QueryBoundary loading={<ListSkeleton rows={8} label="Loading the deals" />} title="The deals did not load">
            <DealList filters={shown} onOpen={open} />
          </QueryBoundary>
        ) : (
          <QueryBoundary loading={<BoardSkeleton />} title="The deals did not load">
            <Board filters={shown} onOpen={open} />
          </QueryBoundary>
        )}
      </div>
      <p className={classes.keys}>
        <Kbd keys="j" /> <Kbd keys="k" /> go through them, <Kbd keys="enter" /> opens
        {canEdit && filters.show !== 'list' && (
          <>
            , <Kbd keys="]" /> moves one on, <Kbd keys="[" /> moves it back
          </>
        )}
      </p>
      {filters.deal && <DealDrawer key={filters.deal} dealId={filters.deal} onClose={() => open(undefined)} />}
      {isAdding && (
        <NewDeal
          onClose={() => setAdding(false)}
          onDone={(dealId) => {
            setAdding(false)
            open(dealId)
          }}
        />
      )}
    </>
  )
}
