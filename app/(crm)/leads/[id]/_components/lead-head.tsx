'use client'

import { IconArrowsExchange, IconMail, IconPhone, IconUser } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action, ActionAnchor } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { Face } from '../../../../_ui/face.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { whenNear } from '../../../../_ui/when-near.ts'
import { WhoHasIt } from '../../_components/who-has-it.tsx'
import { standsAs } from '../../_leads.words.ts'
import type { WholeLead } from '../../_queries.ts'
import classes from './lead-page.module.css'

const load = () => import('./give-dialog.tsx')
const GiveDialog = dynamic(() => load().then((part) => part.GiveDialog))

/** Who it is, how it stands, and the next step: to reach them, or to give it to somebody. */
export function LeadHead({ lead }: { lead: WholeLead }) {
  const [isGiving, setGiving] = useState(false)
  const { fullName, state, phone, email, contact, mayGive } = lead
  const { tone, word } = standsAs(state)
  const isTheirs = state === 'open' || state === 'answered'
  return (
    <>
      <PageHeader
        trail={<TextLink href="/leads">Leads</TextLink>}
        title={
          <span className={classes.name}>
            <Face name={fullName} size={44} />
            {fullName}
          </span>
        }
        aside={<StatusBadge tone={tone}>{word}</StatusBadge>}
        description={<WhoHasIt lead={lead} />}
        actions={
          <>
            {isTheirs && phone && (
              <ActionAnchor href={`tel:${phone}`} icon={IconPhone}>
                Call
              </ActionAnchor>
            )}
            {isTheirs && email && (
              <ActionAnchor href={`mailto:${email}`} icon={IconMail}>
                Write
              </ActionAnchor>
            )}
            {contact && (
              <ActionLink href={`/contacts/${contact.id}`} icon={IconUser}>
                Contact
              </ActionLink>
            )}
            {mayGive && state !== 'received' && (
              <Action primary icon={IconArrowsExchange} {...whenNear(load)} onClick={() => setGiving(true)}>
                Give it to…
              </Action>
            )}
          </>
        }
      />
      {isGiving && <GiveDialog lead={lead} onClose={() => setGiving(false)} />}
    </>
  )
}
