'use client'

import { IconDroplet, IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { allPonds } from '../../../../(crm)/ponds/_queries.ts'
import classes from '../../_components/settings.module.css'
import { PondRow } from './pond-row.tsx'

const PondDialog = dynamic(() => import('./pond-dialog.tsx').then((module) => module.PondDialog))

/** The firm's ponds: leads that nobody is asked for, and that whoever has time takes. */
export function Ponds() {
  const { data: ponds } = useSuspenseQuery(allPonds(useTRPC()))
  const [adding, setAdding] = useState(false)
  const add = (
    <Action primary icon={IconPlus} onClick={() => setAdding(true)}>
      New pond
    </Action>
  )
  return (
    <div className={`${classes.page} ${classes.narrow}`}>
      <PageHeader
        title="Ponds"
        description="Leads that nobody is asked for: whoever has time takes one."
        actions={ponds.length > 0 && add}
      />
      <Section flush>
        {ponds.length === 0 ? (
          <EmptyState icon={IconDroplet} title="There is no pond yet" action={add}>
            Set one up where leads would otherwise go to somebody who can not work them: rentals, far towns, old lists.
          </EmptyState>
        ) : (
          <ul className={classes.rows} aria-label="Ponds">
            {ponds.map((pond) => (
              <PondRow key={pond.id} pond={pond} />
            ))}
          </ul>
        )}
      </Section>
      {adding && <PondDialog onClose={() => setAdding(false)} />}
    </div>
  )
}
