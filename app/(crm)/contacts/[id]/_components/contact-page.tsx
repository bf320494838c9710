'use client'

import dynamic from 'next/dynamic'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { CameFrom } from './came-from.tsx'
import { ContactAlerts } from './contact-alerts.tsx'
import { ContactHead } from './contact-head.tsx'
import classes from './contact-page.module.css'
import { HomesShown } from './homes-shown.tsx'
import { LanesSkeleton } from './lanes-skeleton.tsx'
import { NextMail } from './next-mail.tsx'
import { NextSkeleton, NotesSkeleton } from './next-skeleton.tsx'
import { Timeline } from './timeline.tsx'
import { WhyHome } from './why-home.tsx'

// A picture of what the timeline tells in words: it comes after the page stands.
const AlertLanes = dynamic(() => import('./alert-lanes.tsx').then((part) => part.AlertLanes), {
  ssr: false,
  loading: LanesSkeleton,
})
// Fields and menus, which nobody reaches for before the page stands.
const ContactDeals = dynamic(() => import('./contact-deals.tsx').then((part) => part.ContactDeals), {
  ssr: false,
  loading: () => lines,
})
const ContactTasks = dynamic(() => import('./contact-tasks.tsx').then((part) => part.ContactTasks), {
  ssr: false,
  loading: NextSkeleton,
})
const ContactNotes = dynamic(() => import('./contact-notes.tsx').then((part) => part.ContactNotes), {
  ssr: false,
  loading: NotesSkeleton,
})
const lines = <ListSkeleton shape="lines" rows={4} />

/** One person: how to reach them on top, what happened in the middle, what they look for and saw at the right. */
export const ContactPage = ({ id }: { id: string }) => (
  <QueryBoundary
    loading={<ListSkeleton shape="lines" label="Loading the contact" />}
    title="This contact did not load"
    page
  >
    <ContactHead id={id} />
    <div className={classes.columns}>
      <div className={classes.side} data-main>
        <div className={classes.first}>
          <Section title="Notes">
            <QueryBoundary loading={<NotesSkeleton />} title="The notes did not load">
              <ContactNotes contactId={id} />
            </QueryBoundary>
          </Section>
        </div>
        <Section title="Their alerts" aside="The last 90 days">
          <AlertLanes contactId={id} />
        </Section>
        <Section title="What happened">
          <QueryBoundary loading={lines} title="What happened did not load">
            <Timeline contactId={id} />
          </QueryBoundary>
        </Section>
      </div>
      <div className={classes.side}>
        <div className={classes.first}>
          <Section title="What is next">
            <QueryBoundary loading={<NextSkeleton />} title="The tasks did not load">
              <ContactTasks contactId={id} />
            </QueryBoundary>
          </Section>
        </div>
        <Section title="How they came to us">
          <QueryBoundary loading={lines} title="How they came did not load">
            <CameFrom contactId={id} />
          </QueryBoundary>
        </Section>
        <QueryBoundary loading={lines} title="The deals did not load">
          <ContactDeals contactId={id} />
        </QueryBoundary>
        <QueryBoundary loading={lines} title="The alerts did not load">
          <ContactAlerts contactId={id} />
        </QueryBoundary>
        <Section title="Their next mail" actions={<WhyHome contactId={id} />}>
          <QueryBoundary loading={lines} title="The next mail did not load">
            <NextMail contactId={id} />
          </QueryBoundary>
        </Section>
        <Section title="Homes they were shown">
          <QueryBoundary loading={lines} title="The homes did not load">
            <HomesShown contactId={id} />
          </QueryBoundary>
        </Section>
      </div>
    </div>
  </QueryBoundary>
)
