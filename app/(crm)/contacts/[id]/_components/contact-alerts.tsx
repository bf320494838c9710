'use client'

import { IconBellPlus } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { OF_ONE_PERSON } from '../../../alerts/_columns.tsx'
import { AlertRows } from '../../../alerts/_components/alert-rows.tsx'
import { alertPages } from '../../../alerts/_queries.ts'

/** What the contact looks for. */
export function ContactAlerts({ contactId }: { contactId: string }) {
  const list = useSuspenseInfiniteQuery(alertPages(useTRPC(), { contactId }))
  const alerts = list.data.pages.flatMap(({ items }) => items)
  const add = `/alerts/new?contactId=${contactId}`
  return (
    <Section title="What they look for" flush actions={alerts.length > 0 && <TextLink href={add}>New alert</TextLink>}>
      {alerts.length > 0 ? (
        <AlertRows alerts={alerts} columns={OF_ONE_PERSON} compact />
      ) : (
        <EmptyState
          icon={IconBellPlus}
          title="No alert is set up"
          action={
            <ActionLink primary href={add}>
              New alert
            </ActionLink>
          }
        >
          Say what they look for, and they hear of each home that fits within 15 minutes.
        </EmptyState>
      )}
      {list.hasNextPage && (
        <Action wide disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          Show more
        </Action>
      )}
    </Section>
  )
}
