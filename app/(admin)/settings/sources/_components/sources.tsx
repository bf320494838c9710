'use client'

import { IconPlus, IconRoute } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { whenNear } from '../../../../_ui/when-near.ts'
import shared from '../../_components/settings.module.css'
import { type Source, sources } from '../_queries.ts'
import { SourceRow } from './source-row.tsx'

const loadSource = () => import('./source-drawer.tsx')
const loadConnect = () => import('./connect-drawer.tsx')
const loadTry = () => import('./try-drawer.tsx')
const SourceDrawer = dynamic(() => loadSource().then((module) => module.SourceDrawer))
const ConnectDrawer = dynamic(() => loadConnect().then((module) => module.ConnectDrawer))
const TryDrawer = dynamic(() => loadTry().then((module) => module.TryDrawer))
const nearRows = whenNear(() => Promise.all([loadSource(), loadConnect(), loadTry()]))

/** What is open beside the list. `secret` is known for as long as the drawer stands, and never again. */
export type Open =
  | { what: 'new' }
  | { what: 'edit' | 'try'; source: Source }
  | { what: 'connect'; source: Source; secret?: string | null }
  | null

/** Where leads come from: portals, partners, the firm's other sites. */
export function Sources() {
  const { data } = useSuspenseQuery(sources(useTRPC()))
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const add = (
    <Action primary icon={IconPlus} {...whenNear(loadSource)} onClick={() => setOpen({ what: 'new' })}>
      New source
    </Action>
  )
  return (
    <div className={shared.page}>
      <PageHeader
        title="Lead sources"
        description="Portals, partners and other sites that send leads. Each has its own address, and rules can go by it."
        actions={data.length > 0 && add}
      />
      <Section flush>
        {data.length === 0 ? (
          <EmptyState icon={IconRoute} title="No source yet" action={add}>
            Leads come from your own pages for now. Add a portal’s mails, a partner’s webhook or a form on another site.
          </EmptyState>
        ) : (
          <ul className={shared.rows} aria-label="Lead sources" {...nearRows}>
            {data.map((source) => (
              <SourceRow key={source.id} source={source} onOpen={setOpen} />
            ))}
          </ul>
        )}
      </Section>
      {open?.what === 'new' && <SourceDrawer onClose={close} onAdded={setOpen} />}
      {open?.what === 'edit' && <SourceDrawer source={open.source} onClose={close} onAdded={setOpen} />}
      {open?.what === 'connect' && (
        <ConnectDrawer source={open.source} secret={open.secret ?? null} onSecret={setOpen} onClose={close} />
      )}
      {open?.what === 'try' && <TryDrawer source={open.source} onClose={close} />}
    </div>
  )
}
