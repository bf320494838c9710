'use client'

import { Button, Select, Switch, TextInput } from '@mantine/core'
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { me, offices, people } from '../_queries.ts'
import { InviteDrawer } from './invite-drawer.tsx'
import { PersonRow } from './person-row.tsx'
import classes from './settings.module.css'
import { usePeopleFilters } from './use-people-filters.ts'

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
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
      Invite somebody
    </Button>
  )

  return (
    <div className={classes.page}>
      <PageHeader
        title="People"
        description={self.may.seeWholeFirm ? 'Everybody in the firm.' : `Everybody at ${self.office.name}.`}
        actions={self.may.managePeople && invite}
      />
      <div className={classes.bar}>
        <TextInput
          className={classes.search}
          aria-label="Find by name or e-mail"
          placeholder="Find by name or e-mail"
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={asked.search ?? ''}
          onChange={(event) => set({ search: event.currentTarget.value })}
        />
        {places.length > 1 && (
          <Select
            aria-label="Office"
            placeholder="All offices"
            clearable
            clearButtonProps={{ 'aria-label': 'All offices' }}
            data={places.map(({ id, name }) => ({ value: id, label: name }))}
            value={asked.officeId ?? null}
            onChange={(officeId) => set({ officeId: officeId ?? '' })}
          />
        )}
        <Switch
          label="Show removed people"
          checked={asked.withRemoved ?? false}
          onChange={(event) => set({ withRemoved: event.currentTarget.checked })}
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
          <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      <InviteDrawer opened={inviting} onClose={() => setInviting(false)} />
    </div>
  )
}
