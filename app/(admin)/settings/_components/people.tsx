'use client'

import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { SearchField } from '../../../_ui/search-field.tsx'
import { Section } from '../../../_ui/section.tsx'
import { Toggle } from '../../../_ui/toggle.tsx'
import { me, offices, people } from '../_queries.ts'
import { PersonRow } from './person-row.tsx'
import classes from './settings.module.css'
import { usePeopleFilters } from './use-people-filters.ts'

const InviteDrawer = dynamic(() => import('./invite-drawer.tsx').then((module) => module.InviteDrawer))

/** Everybody who works here, as far as one may see them. */
export function People() {
  const trpc = useTRPC()
  const { asked, shown, set } = usePeopleFilters()
  const { data: self } = useSuspenseQuery(me(trpc))
  const { data: places } = useSuspenseQuery(offices(trpc))
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(people(trpc, shown))
  const [inviting, setInviting] = useState(false)
  const rows = data.pages.flatMap((page) => page.people)
  const invite = (
    <Action primary icon={IconUserPlus} onClick={() => setInviting(true)}>
      Invite somebody
    </Action>
  )

  return (
    <div className={classes.page}>
      <PageHeader
        title="People"
        description={self.may.seeWholeFirm ? 'Everybody in the firm.' : `Everybody at ${self.office.name}.`}
        actions={self.may.managePeople && invite}
      />
      <div className={classes.bar}>
        <SearchField
          className={classes.search}
          label="Find by name or e-mail"
          value={asked.search ?? ''}
          onChange={(search) => set({ search })}
        />
        {places.length > 1 && (
          <PlainSelect
            label="Office"
            options={[
              { value: '', label: 'All offices' },
              ...places.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={asked.officeId ?? ''}
            onChange={(officeId) => set({ officeId })}
          />
        )}
        <Toggle
          label="Show removed people"
          named
          checked={asked.withRemoved ?? false}
          onChange={(withRemoved) => set({ withRemoved })}
        />
      </div>
      <Section flush>
        {rows.length === 0 ? (
          <EmptyState icon={IconUsers} title="Nobody fits" action={self.may.managePeople && invite}>
            Look for another part of the name, or at another office.
          </EmptyState>
        ) : (
          <ul className={classes.rows} aria-label="People">
            {rows.map((person) => (
              <PersonRow key={person.id} person={person} seesActivity={self.may.seeWholeFirm} />
            ))}
          </ul>
        )}
      </Section>
      {hasNextPage && (
        <div className={classes.foot}>
          <Action disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
            Show more
          </Action>
        </div>
      )}
      {inviting && <InviteDrawer opened onClose={() => setInviting(false)} />}
    </div>
  )
}
