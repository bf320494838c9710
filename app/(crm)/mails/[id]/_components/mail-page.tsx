'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { whyNotSent } from '../../../../_mails/mail.words.ts'
import { MailBody } from '../../../../_mails/mail-body.tsx'
import { MailFate } from '../../../../_mails/mail-fate.tsx'
import { MAIL_STATE_LOOKS } from '../../../../_mails/mail-states.words.ts'
import { mailById } from '../../../../_mails/sent-mail.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import classes from './mail-page.module.css'

function Loaded({ id }: { id: string }) {
  const { data: mail } = useSuspenseQuery(mailById(useTRPC(), id))
  const { tone, label } = MAIL_STATE_LOOKS[mail.state]
  return (
    <div className={classes.page}>
      <PageHeader
        trail={
          mail.contactId ? <TextLink href={`/contacts/${mail.contactId}`}>{mail.recipient}</TextLink> : mail.recipient
        }
        title={mail.subject ?? 'A mail that has not left yet'}
        aside={<StatusBadge tone={tone}>{label}</StatusBadge>}
        description={
          mail.sentAt ? (
            <>
              To {mail.recipient}, <When at={mail.sentAt} format="exact" />
            </>
          ) : (
            <>
              {whyNotSent(mail)} Set up <When at={mail.createdAt} />.
            </>
          )
        }
      />
      <Section flush>
        <MailBody mail={mail} />
      </Section>
      <div className={classes.fate}>
        <MailFate events={mail.events} />
      </div>
      {mail.messageId && <p className={classes.reference}>Message-ID {mail.messageId}</p>}
    </div>
  )
}

/** One mail as it was sent. */
export const MailPage = ({ id }: { id: string }) => (
  <QueryBoundary loading={<ListSkeleton shape="lines" label="Loading the mail" />} title="The mail did not load" page>
    <Loaded id={id} />
  </QueryBoundary>
)
