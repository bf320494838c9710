'use client'

import { IconDroplet } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { formatCount } from '../../../_ui/format.ts'
import { Kbd } from '../../../_ui/kbd.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { allPonds, type Pond } from '../_queries.ts'
import { PondRow } from './pond-row.tsx'
import classes from './ponds.module.css'
import { useTake } from './use-take.ts'

const countOf = ({ count, leads }: Pond) =>
  count > leads.length
    ? `${formatCount(count)} leads, the ${leads.length} oldest are shown`
    : `${formatCount(count)} ${count === 1 ? 'lead' : 'leads'}`

function Ponds() {
  const { data: ponds } = useSuspenseQuery(allPonds(useTRPC()))
  const pond = useTake()
  if (ponds.length === 0) {
    return (
      <Section>
        <EmptyState icon={IconDroplet} title="There is no pond" action={<ActionLink href="/leads">Leads</ActionLink>}>
          A pond holds leads that anybody may take when they have time. Admins set one up under Settings, Ponds.
        </EmptyState>
      </Section>
    )
  }
  return ponds.map((each) => (
    <Section key={each.id} flush title={each.name} aside={`${each.office ?? 'The whole firm'} · ${countOf(each)}`}>
      {each.leads.length === 0 ? (
        <p className={classes.none}>
          Nothing lies in it. A lead comes here when a rule says so, or when nobody who was asked took it.
        </p>
      ) : (
        <ul className={classes.rows}>
          {each.leads.map((lead) => (
            <PondRow key={lead.id} lead={lead} pond={pond} />
          ))}
        </ul>
      )}
    </Section>
  ))
}

/** Each pond with what lies in it, the oldest first: whoever has time takes it. */
export const PondsPage = () => (
  <div className={classes.page}>
    <PageHeader
      trail={<TextLink href="/leads">Leads</TextLink>}
      title="Ponds"
      description="Leads that nobody is asked for. Whoever takes one first has it, and reads then who it is."
    />
    <QueryBoundary
      loading={<ListSkeleton shape="rows" rows={6} label="Loading the ponds" />}
      title="The ponds did not load"
    >
      <Ponds />
    </QueryBoundary>
    <p className={classes.keys}>
      <Kbd keys="j" /> <Kbd keys="k" /> move, <Kbd keys="a" /> takes it
    </p>
  </div>
)
