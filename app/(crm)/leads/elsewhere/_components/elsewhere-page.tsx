'use client'

import { IconRoute } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { CAP_SAID, WHY_NOT_YOURS } from '#server/domain/leads/routing/why-not.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { elsewhere } from '../../_queries.ts'
import classes from './elsewhere-page.module.css'

function Elsewhere() {
  const { data: leads } = useSuspenseQuery(elsewhere(useTRPC()))
  if (leads.length === 0) {
    return (
      <EmptyState icon={IconRoute} title="No lead went past you" action={<ActionLink href="/leads">Leads</ActionLink>}>
        When a rule has looked at you for a lead and chosen somebody else, it stands here with the reason, for 30 days.
      </EmptyState>
    )
  }
  return (
    <ul className={classes.leads}>
      {leads.map(({ id, decidedAt, ruleName, headline, lines, whyNot }) => (
        <li key={id} className={classes.lead}>
          <p className={classes.head}>
            <strong>{headline}</strong>
            <span className={classes.soft}>
              <When at={decidedAt} />
            </span>
          </p>
          <p className={classes.soft}>{[...lines.map(({ value }) => value), `Rule “${ruleName}”`].join(' · ')}</p>
          <p className={classes.why}>You did not get it: {whyNot.map((each) => WHY_NOT_YOURS[each]).join('; ')}.</p>
        </li>
      ))}
    </ul>
  )
}

/** Leads for which one was considered, and why they went to somebody else. Who got them, and who they are, is not told. */
export const ElsewherePage = () => (
  <div className={classes.page}>
    <PageHeader
      trail={<TextLink href="/leads">Leads</TextLink>}
      title="Why not me?"
      description={`Leads of the last 30 days that went to somebody else, and the reason in each case. ${CAP_SAID}`}
    />
    <Section flush>
      <QueryBoundary loading={<ListSkeleton shape="rows" rows={5} />} title="The leads did not load">
        <Elsewhere />
      </QueryBoundary>
    </Section>
  </div>
)
