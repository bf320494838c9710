'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { leadById } from '../../_queries.ts'
import { LeadChases } from './lead-chases.tsx'
import { LeadCourse } from './lead-course.tsx'
import { LeadDecisions } from './lead-decisions.tsx'
import { LeadHead } from './lead-head.tsx'
import classes from './lead-page.module.css'
import { WhatCame } from './what-came.tsx'

const lines = <ListSkeleton shape="lines" rows={4} />

// The last part of the page, with the words and signs of all that can happen to somebody.
const Timeline = dynamic(
  () => import('../../../contacts/[id]/_components/timeline.tsx').then((part) => part.Timeline),
  {
    loading: () => lines,
  },
)

function Parts({ id }: { id: string }) {
  const { data: lead } = useSuspenseQuery(leadById(useTRPC(), id))
  return (
    <>
      <LeadHead lead={lead} />
      <div className={classes.columns}>
        <div className={classes.side}>
          <Section title="What came">
            <WhatCame lead={lead} />
          </Section>
          <QueryBoundary loading={lines} title="The offers did not load">
            <LeadCourse lead={lead} />
          </QueryBoundary>
          <QueryBoundary loading={lines} title="What is done about it did not load">
            <LeadChases id={id} />
          </QueryBoundary>
          {lead.contact && (
            <Section title="What happened">
              <QueryBoundary loading={lines} title="What happened did not load">
                <Timeline contactId={lead.contact.id} />
              </QueryBoundary>
            </Section>
          )}
        </div>
        <div className={classes.side}>
          <QueryBoundary loading={lines} title="The decision did not load">
            <LeadDecisions id={id} />
          </QueryBoundary>
        </div>
      </div>
    </>
  )
}

/** One lead: what came, who has it and why, who was asked, and what happens when nobody answers. */
export const LeadPage = ({ id }: { id: string }) => (
  <QueryBoundary loading={<ListSkeleton shape="lines" label="Loading the lead" />} title="This lead did not load" page>
    <Parts id={id} />
  </QueryBoundary>
)
