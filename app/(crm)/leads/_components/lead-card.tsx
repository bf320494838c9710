'use client'

import { IconBellPlus, IconCheck, IconMail, IconPhone } from '@tabler/icons-react'
import Link from 'next/link'
import type { KeyboardEvent } from 'react'
import { BECAUSE_SAID, KIND_SAID } from '#server/domain/leads/leads.words.ts'
import { timesInWords } from '#server/domain/leads/times.words.ts'
import { streetLine } from '../../../_homes/home.words.ts'
import { Action, ActionAnchor } from '../../../_ui/action.tsx'
import { Money } from '../../../_ui/money.tsx'
import { Photo } from '../../../_ui/photo.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { When } from '../../../_ui/when.tsx'
import type { Lead } from '../_queries.ts'
import classes from './lead-card.module.css'
import type { useLeads } from './use-leads.ts'

type Props = { lead: Lead; leads: ReturnType<typeof useLeads>; showsAgent: boolean }

const Home = ({ home }: { home: NonNullable<Lead['home']> }) => (
  <p className={classes.home}>
    <span className={classes.photo}>
      <Photo src={home.photoUrl} alt="" sizes="72px" />
    </span>
    <span>
      <TextLink underlined href={`/listings/${home.id}`}>
        {streetLine(home)}, {home.city}
      </TextLink>
      <Money cents={home.listPriceCents} />
    </span>
  </p>
)

/** Somebody who came by themselves: who, when, their words, and the next step. `e` says that it was answered. */
export function LeadCard({ lead, leads, showsAgent }: Props) {
  const { contact, fullName, kind, state, home, message, phone, email, proposal, because, agent } = lead
  const isAnswered = state === 'answered'
  const times = timesInWords(lead.proposedTimes)
  const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (key === 'e' && !ctrlKey && !metaKey && !altKey && state !== 'received') leads.setAnswered(lead, !isAnswered)
  }
  return (
    <li className={classes.card} data-row data-answered={isAnswered || undefined} onKeyDown={onKeyDown}>
      <header className={classes.head}>
        {contact ? (
          <Link href={`/contacts/${contact.id}`} className={classes.name} data-list-item>
            {fullName}
          </Link>
        ) : (
          <span className={classes.name}>{fullName}</span>
        )}
        <StatusBadge tone={isAnswered ? 'good' : 'warning'}>{isAnswered ? 'Answered' : 'To answer'}</StatusBadge>
        {lead.isNewPerson && <StatusBadge tone="waiting">New person</StatusBadge>}
        <span className={classes.when}>
          {KIND_SAID[kind]}, <When at={lead.receivedAt} />
        </span>
      </header>
      {message && <p className={classes.message}>{message}</p>}
      {times.length > 0 && <p className={classes.soft}>Could come {times.join('; ')}</p>}
      {home && <Home home={home} />}
      <p className={classes.soft}>
        {state === 'received' && 'It came this moment: its agent is being found.'}
        {showsAgent && agent && because && `${agent.fullName} has it, because ${BECAUSE_SAID[because]}.`}
        {isAnswered && lead.answeredBy && ` Answered by ${lead.answeredBy.fullName}.`}
      </p>
      {proposal && (
        <p className={classes.proposal}>
          <span>
            They ticked “{proposal.consentText}” An alert for them: <strong>{proposal.summary}</strong>
          </span>
          <Action icon={IconBellPlus} disabled={leads.isMaking} onClick={() => leads.makeAlert(lead)}>
            Make this alert
          </Action>
        </p>
      )}
      <footer className={classes.foot}>
        {!isAnswered && (
          <ActionAnchor primary icon={IconMail} href={`mailto:${email}`}>
            Answer by mail
          </ActionAnchor>
        )}
        {phone && (
          <ActionAnchor icon={IconPhone} href={`tel:${phone}`}>
            {phone}
          </ActionAnchor>
        )}
        {state !== 'received' && (
          <Action {...(isAnswered ? {} : { icon: IconCheck })} onClick={() => leads.setAnswered(lead, !isAnswered)}>
            {isAnswered ? 'Not answered yet' : 'Mark as answered'}
          </Action>
        )}
      </footer>
    </li>
  )
}
