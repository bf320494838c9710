'use client'

import { IconDoor, IconRoute } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { whenNear } from '../../../../_ui/when-near.ts'
import { type Waiting as Item, waitingPages } from '../_queries.ts'
import { useWaiting } from './use-waiting.ts'
import classes from './waiting.module.css'
import { WaitingCard } from './waiting-card.tsx'

const load = () => import('./make-lead-drawer.tsx')
const MakeLeadDrawer = dynamic(() => load().then((module) => module.MakeLeadDrawer))

/** What came in by the doors and needs a human: it looks like an advertisement, or nobody could be made out in it. */
export function Waiting() {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(waitingPages(useTRPC()))
  const { letIn, putAside } = useWaiting()
  const [making, setMaking] = useState<Item | null>(null)
  const items = data.pages.flatMap((page) => page.items)
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/leads">Leads</TextLink>}
        title="What waits at the doors"
        description="Looks like an advertisement, or could not be read. Nothing is dropped: let it in, make a lead of it, or put it aside."
        actions={
          <ActionLink href="/settings/sources" icon={IconRoute}>
            Lead sources
          </ActionLink>
        }
      />
      {items.length === 0 ? (
        <Section>
          <EmptyState icon={IconDoor} title="Nothing waits">
            Everything that came in was read, and has become a lead.
          </EmptyState>
        </Section>
      ) : (
        <ul className={classes.cards} aria-label="What waits" {...whenNear(load)}>
          {items.map((item) => (
            <WaitingCard
              key={item.id}
              item={item}
              onLetIn={() => letIn(item)}
              onMake={() => setMaking(item)}
              onPutAside={() => putAside(item)}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={classes.more}>
          <Action disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            More
          </Action>
        </div>
      )}
      {making && <MakeLeadDrawer item={making} onClose={() => setMaking(null)} />}
    </div>
  )
}
