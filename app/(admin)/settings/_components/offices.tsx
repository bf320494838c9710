'use client'

import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { me, offices } from '../_queries.ts'
import { DefaultPerson } from './default-person.tsx'
import { OfficeRow } from './office-row.tsx'
import classes from './settings.module.css'

const OfficeDrawer = dynamic(() => import('./office-drawer.tsx').then((module) => module.OfficeDrawer))

/** The firm's offices. Their postal address stands at the foot of every mail. */
export function Offices() {
  const trpc = useTRPC()
  const { data: self } = useSuspenseQuery(me(trpc))
  const { data } = useSuspenseQuery(offices(trpc))
  const [adding, setAdding] = useState(false)
  const mayChange = self.may.seeWholeFirm
  return (
    <div className={classes.page}>
      <PageHeader
        title="Offices"
        description="The postal address stands at the foot of every mail that leaves."
        actions={
          mayChange && (
            <Action primary icon={IconPlus} onClick={() => setAdding(true)}>
              New office
            </Action>
          )
        }
      />
      <Section flush>
        <ul className={classes.rows} aria-label="Offices">
          {data.map((office) => (
            <OfficeRow key={office.id} office={office} mayChange={mayChange} />
          ))}
        </ul>
      </Section>
      {mayChange && <DefaultPerson />}
      {adding && <OfficeDrawer onClose={() => setAdding(false)} />}
    </div>
  )
}
