'use client'

import { IconArrowsShuffle, IconDroplet, IconRoute } from '@tabler/icons-react'
import { useDeferredValue } from 'react'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { Kbd } from '../../../_ui/kbd.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { useUrlFilters } from '../../_lists/use-url-filters.ts'
import { type LeadFilters, readLeadFilters } from '../_filters.ts'
import { AddLead } from './add-lead.tsx'
import { LeadFilterBar } from './lead-filters.tsx'
import { LeadResults } from './lead-results.tsx'
import classes from './leads.module.css'
import { MyOffers } from './my-offers.tsx'

/** Who came by themselves: what waits for one's own answer above, then everybody, live. */
export function Leads({ seesDoors, mayGive }: { seesDoors: boolean; mayGive: boolean }) {
  const { filters, setFilters } = useUrlFilters<LeadFilters>(readLeadFilters)
  const shown = useDeferredValue(filters)
  return (
    <div className={classes.page}>
      <PageHeader
        title="Leads"
        description="Who came by themselves, by whatever door: who has them, and who is asked until when."
        actions={
          <>
            <ActionLink href="/ponds" icon={IconDroplet}>
              Ponds
            </ActionLink>
            <ActionLink href="/leads/elsewhere" icon={IconRoute}>
              Why not me?
            </ActionLink>
            {mayGive && (
              <ActionLink href="/leads/reroute" icon={IconArrowsShuffle}>
                Give anew
              </ActionLink>
            )}
            <AddLead seesDoors={seesDoors} />
          </>
        }
      />
      <QueryBoundary loading={null} title="The leads that wait for your answer did not load">
        <MyOffers />
      </QueryBoundary>
      <LeadFilterBar filters={filters} onChange={setFilters} />
      <div className={classes.results} aria-busy={shown !== filters}>
        <QueryBoundary
          loading={<ListSkeleton shape="rows" rows={5} label="Loading the leads" />}
          title="The leads did not load"
        >
          <LeadResults filters={shown} />
        </QueryBoundary>
      </div>
      <p className={classes.keys}>
        <Kbd keys="j" /> <Kbd keys="k" /> move, <Kbd keys="enter" /> opens, <Kbd keys="a" /> takes it, <Kbd keys="p" />{' '}
        passes, <Kbd keys="e" /> marks as answered
      </p>
    </div>
  )
}
