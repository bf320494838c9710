'use client'

import { IconBellPlus, IconCheck, IconMail, IconPhone } from '@tabler/icons-react'
import Link from 'next/link'
import type { KeyboardEvent } from 'react'
import { KIND_SAID } from '#server/domain/leads/leads.words.ts'
import { timesInWords } from '#server/domain/leads/times.words.ts'
import { streetLine } from '../../../_homes/address.words.ts'
import { Action, ActionAnchor } from '../../../_ui/action.tsx'
import { Money } from '../../../_ui/money.tsx'
import { Photo } from '../../../_ui/photo.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { When } from '../../../_ui/when.tsx'
import { cameBy, standsAs } from '../_leads.words.ts'
import type { Lead } from '../_queries.ts'
import classes from './lead-card.module.css'
import { NotWorked } from './not-worked.tsx'
import type { useLeads } from './use-leads.ts'
import { WhoHasIt } from './who-has-it.tsx'

type Props = { lead: Lead; leads: ReturnType<typeof useLeads> }

export const LeadHome = ({ home }: { home: NonNullable<Lead['home']> }) => (
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

/** Somebody who came by themselves: who, when, their words, who has it, and the next step. `e` says that it was answered. */
export function LeadCard({ lead, leads }: Props) {
  const { fullName, kind, state, home, message, phone, email, proposal } = lead
  const times = timesInWords(lead.proposedTimes)
  const { tone, word } = standsAs(state)
  const isTheirs = state === 'open' || state === 'answered'
  const next = () => (state === 'pond' ? leads.take(lead) : isTheirs && leads.setAnswered(lead, state === 'open'))
  const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey) return
    if ((key === 'e' && isTheirs) || (key === 'a' && state === 'pond')) next()
  }
  return (
    <li className={classes.card} data-row data-state={state} onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <Link href={`/leads/${lead.id}`} className={classes.name} data-list-item>
          {fullName}
        </Link>
        <StatusBadge tone={tone}>{word}</StatusBadge>
        {lead.isNewPerson && <StatusBadge tone="neutral">New person</StatusBadge>}
        <span className={classes.when}>
          {KIND_SAID[kind]}, <When at={lead.receivedAt} />
        </span>
      </header>
      {message && <p className={classes.message}>{message}</p>}
      {times.length > 0 && <p className={classes.soft}>Could come {times.join('; ')}</p>}
      {home && <LeadHome home={home} />}
      <p className={classes.soft}>
        <WhoHasIt lead={lead} />
        <span className={classes.by}>{cameBy(lead)}</span>
        <NotWorked idle={lead.idle} />
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
        {state === 'pond' && (
          <Action primary disabled={leads.isTaking} onClick={next}>
            Take it
          </Action>
        )}
        {state === 'open' && email && (
          <ActionAnchor primary icon={IconMail} href={`mailto:${email}`}>
            Answer by mail
          </ActionAnchor>
        )}
        {isTheirs && phone && (
          <ActionAnchor icon={IconPhone} href={`tel:${phone}`}>
            {phone}
          </ActionAnchor>
        )}
        {isTheirs && (
          <Action {...(state === 'open' ? { icon: IconCheck } : {})} onClick={next}>
            {state === 'open' ? 'Mark as answered' : 'Not answered yet'}
          </Action>
        )}
      </footer>
    </li>
  )
}
