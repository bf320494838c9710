'use client'

import { Anchor, Drawer } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { MailBody } from '../../../_mails/mail-body.tsx'
import { MailFate } from '../../../_mails/mail-fate.tsx'
import { MAIL_STATE_LOOKS } from '../../../_mails/mail-states.words.ts'
import { mailById } from '../../../_mails/sent-mail.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { Fact, Facts } from '../../../_ui/fact.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { When } from '../../../_ui/when.tsx'
import { mailKindInWords, remedyInWords } from '../_outbox.words.ts'
import { BlockAddress } from './block-address.tsx'
import classes from './mail-drawer.module.css'
import { ResendMail } from './resend-mail.tsx'

function Opened({ mailId }: { mailId: string }) {
  const { data: mail } = useSuspenseQuery(mailById(useTRPC(), mailId))
  const { tone, label, about } = MAIL_STATE_LOOKS[mail.state]
  const isWaiting = mail.state === 'queued' || mail.state === 'unknown'
  return (
    <div className={classes.mail}>
      <div>
        <h3 className={classes.subject}>{mail.subject ?? mailKindInWords(mail.kind)}</h3>
        <div className={classes.state}>
          <StatusBadge tone={tone}>{label}</StatusBadge>
          <span>{about}</span>
        </div>
      </div>
      {mail.state === 'failed' && (
        <div className={classes.remedy}>
          <p>{remedyInWords(mail)}</p>
          <ResendMail mail={mail} />
        </div>
      )}
      <Facts columns={2}>
        <Fact label="To">
          {mail.contactId ? (
            <Anchor component={Link} href={`/contacts/${mail.contactId}`} fz="inherit">
              {mail.recipient}
            </Anchor>
          ) : (
            mail.recipient
          )}
        </Fact>
        <Fact label="Attempts">{mail.attempts}</Fact>
        <Fact label="Set up">
          <When at={mail.createdAt} format="exact" />
        </Fact>
        <Fact label={isWaiting ? 'Next try' : 'Left'}>
          <When at={isWaiting ? mail.notBefore : mail.sentAt} format="exact" />
        </Fact>
        {mail.providerReply && <Fact label="The mail server said">{mail.providerReply}</Fact>}
        {mail.lastError && <Fact label="Last refusal">{mail.lastError}</Fact>}
        {mail.suppressedReason && <Fact label="Held back because">{mail.suppressedReason}</Fact>}
        <Fact label="This address">
          <BlockAddress mail={mail} />
        </Fact>
        <Fact label="Message-ID">{mail.messageId}</Fact>
      </Facts>
      <MailFate events={mail.events} />
      <div className={classes.body}>
        <MailBody mail={mail} />
      </div>
    </div>
  )
}

/** One mail of the outbox as it was sent, with its fate, beside the list it stands in. */
export const MailDrawer = ({ mailId, onClose }: { mailId: string; onClose: () => void }) => (
  <Drawer
    opened
    onClose={onClose}
    position="right"
    size={720}
    title="Mail"
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    <QueryBoundary
      key={mailId}
      loading={<ListSkeleton shape="lines" rows={6} label="Loading the mail" />}
      title="The mail did not load"
    >
      <Opened mailId={mailId} />
    </QueryBoundary>
  </Drawer>
)
