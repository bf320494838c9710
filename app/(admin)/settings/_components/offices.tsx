'use client'

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { me, offices } from '../_queries.ts'
import { OfficeDrawer } from './office-drawer.tsx'
import { OfficeRow } from './office-row.tsx'
import classes from './settings.module.css'

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
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              New office
            </Button>
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
      {adding && <OfficeDrawer onClose={() => setAdding(false)} />}
    </div>
  )
}
