'use client'

import { IconDroplet } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { PondAge } from '#server/domain/leads/offers/pond-ages.words.ts'
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
import { useNow } from '../../../_ui/use-now.ts'
import { useUrlFilters } from '../../_lists/use-url-filters.ts'
import { longSince } from '../_age.ts'
import { readPondFilters } from '../_filters.ts'
import { type Pond, pondsBy } from '../_queries.ts'
import { PondAges } from './pond-ages.tsx'
import { PondRow } from './pond-row.tsx'
import classes from './ponds.module.css'
import { type Take, useTake } from './use-take.ts'

/** How much lies in it, and for how long the oldest. */
function Standing({ pond: { office, count, oldest } }: { pond: Pond }) {
  const now = useNow()
  return (
    <span suppressHydrationWarning>
      {office ?? 'The whole firm'} · {formatCount(count)} {count === 1 ? 'lead' : 'leads'}
      {oldest && `, the oldest for ${longSince(oldest, now)}`}
    </span>
  )
}

function Leads({ pond, age, take }: { pond: Pond; age: PondAge | undefined; take: Take }) {
  if (pond.count === 0) {
    return (
      <p className={classes.none}>
        Nothing lies in it. A lead comes here when a rule says so, or when nobody who was asked took it.
      </p>
    )
  }
  if (pond.leads.length === 0) {
    return (
      <p className={classes.none}>
        No lead of this age lies in it now. <TextLink href="/ponds">Show all</TextLink>
      </p>
    )
  }
  const all = age ? (pond.ages.find((each) => each.age === age)?.leads ?? 0) : pond.count
  return (
    <>
      <ul className={classes.rows}>
        {pond.leads.map((lead) => (
          <PondRow key={lead.id} lead={lead} pond={take} />
        ))}
      </ul>
      {all > pond.leads.length && (
        <p className={classes.none}>
          The {formatCount(pond.leads.length)} oldest of {formatCount(all)} are shown.
        </p>
      )}
    </>
  )
}

function Ponds() {
  const { filters } = useUrlFilters(readPondFilters)
  const shown = useDeferredValue(filters)
  const { data: ponds } = useSuspenseQuery(pondsBy(useTRPC(), shown))
  const take = useTake()
  if (ponds.length === 0) {
    return (
      <Section>
        <EmptyState icon={IconDroplet} title="There is no pond" action={<ActionLink href="/leads">Leads</ActionLink>}>
          A pond holds leads that anybody may take when they have time. Admins set one up under Settings, Ponds.
        </EmptyState>
      </Section>
    )
  }
  return ponds.map((pond) => (
    <Section key={pond.id} flush title={pond.name} aside={<Standing pond={pond} />}>
      {pond.count > 0 && <PondAges pond={pond} filters={filters} />}
      <Leads pond={pond} age={shown.pond === pond.id ? shown.age : undefined} take={take} />
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
