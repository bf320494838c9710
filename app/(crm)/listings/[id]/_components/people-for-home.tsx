'use client'

import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { type HomeDetail, peopleForHomePages } from '../../_queries.ts'
import { countWho } from '../../_who.words.ts'
import { NobodyForHome } from './nobody-for-home.tsx'
import classes from './people-for-home.module.css'
import { PersonForHome } from './person-for-home.tsx'
import { WhyPerson } from './why-person.tsx'

/** The page is about the home: whoever wants the whole list asks for it. */
const FIRST = 5
const STEP = 20

function People({ home }: { home: HomeDetail }) {
  const [shown, setShown] = useState(FIRST)
  const list = useSuspenseInfiniteQuery(peopleForHomePages(useTRPC(), home.id))
  const [first] = list.data.pages
  const people = list.data.pages.flatMap(({ items }) => items)
  if (!first || people.length === 0) return <NobodyForHome home={home} />
  const showMore = () => {
    setShown(shown + STEP)
    if (shown + STEP > people.length && list.hasNextPage) list.fetchNextPage()
  }
  // Whose they are is worth a line only where they are not all one agent's.
  const isShared = new Set(people.map(({ agent }) => agent.id)).size > 1
  return (
    <>
      <p className={classes.count}>
        {first.people === 0 ? (
          'Everybody whom it would fit has said no to it'
        ) : (
          <>
            <strong>{countWho(first)}</strong> {first.people === 1 ? 'looks' : 'look'} for a home like this
          </>
        )}
      </p>
      <ul className={classes.people} aria-label="People whose alerts this home fits">
        {people.slice(0, shown).map((person) => (
          <PersonForHome key={person.contactId} person={person} withAgent={isShared} />
        ))}
      </ul>
      {(shown < people.length || list.hasNextPage) && (
        <Action className={classes.more} disabled={list.isFetchingNextPage} onClick={showMore}>
          {list.isFetchingNextPage ? 'Loading…' : 'Show more'}
        </Action>
      )}
    </>
  )
}

const Shape = () => (
  <div className={classes.shape}>
    <ListSkeleton shape="rows" rows={4} label="Looking for the people it fits" />
  </div>
)

/** Whom to call about this home: the people whose alerts it fits as it stands now. */
export const PeopleForHome = ({ home }: { home: HomeDetail }) => (
  <Section title="Who is this for" flush>
    <QueryBoundary loading={<Shape />} title="The people did not load">
      <People home={home} />
    </QueryBoundary>
    <div className={classes.why}>
      <WhyPerson listingId={home.id} />
    </div>
  </Section>
)
