'use client'

import { IconEye } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { Segments } from '../../../../_ui/segments.tsx'
import table from '../../../../_ui/table.module.css'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { type LedToWhat, ledTo } from '../_queries.ts'
import classes from './led-to.module.css'

const WHATS: readonly { value: LedToWhat; label: string }[] = [
  { value: 'looks', label: 'Who looked' },
  { value: 'questions', label: 'Who asked' },
]

function Rows({ what }: { what: LedToWhat }) {
  const { data: rows } = useSuspenseQuery(ledTo(useTRPC(), what))
  if (rows.length === 0) {
    return (
      <EmptyState icon={IconEye} title={what === 'looks' ? 'Nobody has looked yet' : 'Nobody has asked yet'}>
        Whoever follows a link in an alert, and then {what === 'looks' ? 'stays a moment' : 'asks about the home'},
        stands here.
      </EmptyState>
    )
  }
  return (
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Home</th>
          <th scope="col">When</th>
          <th scope="col">After the mail of</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, at, contactId, contactName, listingId, street, city, mailId, mailedAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/contacts/${contactId}`} className={classes.name}>
                {contactName}
              </Link>
            </th>
            <td data-label="home">
              <TextLink underlined href={`/listings/${listingId}`}>
                {street}, {city}
              </TextLink>
            </td>
            <td data-label="when">
              <When at={at} />
            </td>
            <td data-label="after the mail of">
              <TextLink underlined href={`/mails/${mailId}`}>
                <When at={mailedAt} format="exact" />
              </TextLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The looks and the questions behind the figures, the latest first. */
export function LedTo({ freshWeeks }: { freshWeeks: number }) {
  const [what, setWhat] = useState<LedToWhat>('looks')
  return (
    <Section
      title="Who it was"
      aside={`The latest 25 of the last ${freshWeeks} weeks`}
      actions={<Segments label="What they did" options={WHATS} value={what} onChange={setWhat} />}
      flush
    >
      <QueryBoundary loading={<ListSkeleton rows={4} label="Loading who it was" />} title="Who it was did not load">
        <Rows what={what} />
      </QueryBoundary>
    </Section>
  )
}
