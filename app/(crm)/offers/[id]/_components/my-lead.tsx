'use client'

import { IconArrowBackUp, IconMail, IconMessage, IconPhone } from '@tabler/icons-react'
import { Action, ActionAnchor } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { Countdown } from '../../../../_ui/countdown.tsx'
import { EmailWords } from '../../../../_ui/email-words.tsx'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { useSecond } from '../../../../_ui/use-second.ts'
import type { Answer } from '../../_components/use-answer.ts'
import type { Offer } from '../../_queries.ts'
import classes from './my-lead.module.css'
import { Need } from './need.tsx'

type Props = { offer: Offer; handBackUntil: Date | null; answer: Answer }

function HandBack({ until, answer }: { until: Date; answer: Answer }) {
  const isOpen = useSecond() < until.getTime()
  // Its place stays: nothing on the page moves when the minute is over.
  return (
    <p className={classes.back} data-over={!isOpen || undefined}>
      {isOpen ? (
        <>
          <span>
            Taken by mistake? For <Countdown until={until} /> more you can hand it back.
          </span>
          <Action icon={IconArrowBackUp} disabled={answer.isAnswering} onClick={answer.handBack}>
            Hand it back
          </Action>
        </>
      ) : (
        <span>It is yours. If you can not work it after all, your manager can give it to somebody else.</span>
      )}
    </p>
  )
}

/** Taken: who it is, what they wrote, and the three ways to reach them. */
export function MyLead({ offer, handBackUntil, answer }: Props) {
  const { client, headline, lines, inquiryId } = offer
  if (!client) return null
  const { fullName, phone, email, message, contactId } = client
  return (
    <>
      <PageHeader
        trail={<TextLink href="/leads">Leads</TextLink>}
        title={fullName}
        aside={<StatusBadge tone="good">You have it</StatusBadge>}
        description={`${headline}. Whoever is called back first is the one they remember.`}
      />
      <div className={classes.reach}>
        {phone && (
          <ActionAnchor primary icon={IconPhone} href={`tel:${phone}`}>
            Call {phone}
          </ActionAnchor>
        )}
        {phone && (
          <ActionAnchor icon={IconMessage} href={`sms:${phone}`}>
            Text
          </ActionAnchor>
        )}
        {email && (
          <ActionAnchor primary={!phone} icon={IconMail} href={`mailto:${email}`}>
            Write
          </ActionAnchor>
        )}
      </div>
      {handBackUntil && <HandBack until={handBackUntil} answer={answer} />}
      <Section title="What they wrote">
        <div className={classes.words}>
          {message ? <blockquote>{message}</blockquote> : <p>They left no message.</p>}
          <Facts columns={2}>
            {phone && <Fact label="Phone">{phone}</Fact>}
            {email && (
              <Fact label="E-mail">
                <EmailWords email={email} />
              </Fact>
            )}
          </Facts>
          <Need lines={lines} />
        </div>
      </Section>
      <div className={classes.reach}>
        {contactId && <ActionLink href={`/contacts/${contactId}`}>Open the contact</ActionLink>}
        <ActionLink href={`/leads/${inquiryId}`}>Open the lead</ActionLink>
      </div>
    </>
  )
}
