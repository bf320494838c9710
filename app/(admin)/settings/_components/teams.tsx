'use client'

import { Button } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { me, teams } from '../_queries.ts'
import classes from './settings.module.css'
import { TeamDialog } from './team-dialog.tsx'
import { TeamRow } from './team-row.tsx'

/** Teams share their contacts with their lead. */
export function Teams() {
  const trpc = useTRPC()
  const { data: self } = useSuspenseQuery(me(trpc))
  const { data } = useSuspenseQuery(teams(trpc))
  const [adding, setAdding] = useState(false)
  const add = self.may.managePeople && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      New team
    </Button>
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
