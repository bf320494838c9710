'use client'

import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { MAIL_STATE_LOOKS, type MailState } from '../../../_mails/mail-states.words.ts'
import { AlertsStopped } from '../../../_shell/alerts-stopped.tsx'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { LinkTabs } from '../../../_ui/link-tabs.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { outboxHref, readMailId } from '../_outbox.words.ts'
import { outboxPages } from '../_queries.ts'
import classes from './outbox.module.css'
import { OutboxRows } from './outbox-rows.tsx'

const MailDrawer = dynamic(() => import('./mail-drawer.tsx').then((module) => module.MailDrawer))

const EMPTY: Partial<Record<MailState, string>> = {
  failed: 'No mail has failed',
  queued: 'No mail is waiting',
  unknown: 'No mail is uncertain',
}

/** What waits to leave, what left, and what could not; a state a click, the dead letters re-sent by hand. */
export function Outbox({ state }: { state: MailState | undefined }) {
  const trpc = useTRPC()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(outboxPages(trpc, state))
  const mailId = readMailId(useSearchParams().get('mail'))
  const open = (id: string | null) => window.history.pushState(null, '', outboxHref({ state, mailId: id }))
  const counts = data.pages[0]?.counts ?? []
  const mails = data.pages.flatMap(({ items }) => items)
  const tabs = [
    { key: 'all', href: outboxHref({}), label: 'All', count: null, here: state === undefined },
    ...counts.map(({ state: each, count }) => ({
      key: each,
      href: outboxHref({ state: each }),
      label: MAIL_STATE_LOOKS[each].label,
      count,
      here: state === each,
    })),
  ]
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations">Operations</TextLink>}
        title="Outbox"
        description={state ? MAIL_STATE_LOOKS[state].about : 'Every mail that waits, left, or could not leave.'}
      />
      <AlertsStopped>
        <TextLink underlined href="/operations/mail">
          See why, and let them go on
        </TextLink>
      </AlertsStopped>
      <LinkTabs label="Mails by state" tabs={tabs} />
      <Section flush>
        {mails.length > 0 ? (
          <OutboxRows mails={mails} onOpen={open} />
        ) : (
          <EmptyState title={(state && EMPTY[state]) ?? 'No mails here'}>
            Alerts, invitations and password mails pass through here, and stay as they were sent.
          </EmptyState>
        )}
      </Section>
      {hasNextPage && (
        <Action disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          Show older mails
        </Action>
      )}
      {mailId && <MailDrawer mailId={mailId} onClose={() => open(null)} />}
    </div>
  )
}
