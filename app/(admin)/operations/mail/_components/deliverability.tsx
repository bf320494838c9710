'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { deliverability } from '../_queries.ts'
import { Brake } from './brake.tsx'
import { Delays } from './delays.tsx'
import classes from './deliverability.module.css'
import { Figures } from './figures.tsx'

/** How mails fare after they were planned: whether alerts leave, how fast, and what is heard of them. */
export function Deliverability() {
  const { data } = useSuspenseQuery(deliverability(useTRPC()))
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations">Operations</TextLink>}
        title="Deliverability"
        aside={
          data.brake ? (
            <StatusBadge tone="bad">Alerts are stopped</StatusBadge>
          ) : (
            <StatusBadge tone="good">Alerts leave</StatusBadge>
          )
        }
        description={
          data.provider === 'mailgun'
            ? 'What leaves by Mailgun, how fast, and what it tells us of each mail afterwards.'
            : 'What leaves by the mail server, and how fast.'
        }
        actions={<ActionLink href="/operations/outbox">Outbox</ActionLink>}
      />
      <Brake data={data} />
      <Delays delay={data.delay} />
      <Figures data={data} />
    </div>
  )
}
