'use client'

import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { me, teams } from '../_queries.ts'
import classes from './settings.module.css'
import { TeamRow } from './team-row.tsx'

const TeamDialog = dynamic(() => import('./team-dialog.tsx').then((module) => module.TeamDialog))

/** Teams share their contacts with their lead. */
export function Teams() {
  const trpc = useTRPC()
  const { data: self } = useSuspenseQuery(me(trpc))
  const { data } = useSuspenseQuery(teams(trpc))
  const [adding, setAdding] = useState(false)
  const add = self.may.managePeople && (
    <Action primary icon={IconPlus} onClick={() => setAdding(true)}>
      New team
    </Action>
  )
  return (
    <div className={classes.page}>
      <PageHeader title="Teams" description="A team lead sees the contacts of the whole team." actions={add} />
      <Section flush>
        {data.length === 0 ? (
          <EmptyState icon={IconUsersGroup} title="No teams yet" action={add}>
            Put agents who share their contacts with a lead into a team.
          </EmptyState>
        ) : (
          <ul className={classes.rows} aria-label="Teams">
            {data.map((team) => (
              <TeamRow key={team.id} team={team} />
            ))}
          </ul>
        )}
      </Section>
      {adding && <TeamDialog onClose={() => setAdding(false)} />}
    </div>
  )
}
