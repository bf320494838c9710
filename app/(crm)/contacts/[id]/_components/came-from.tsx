'use client'

import { IconBellPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { DOOR_SAID } from '#server/domain/leads/doors/doors.words.ts'
import { KIND_SAID } from '#server/domain/leads/leads.words.ts'
import { streetLine } from '../../../../_homes/address.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { useLeads } from '../../../leads/_components/use-leads.ts'
import { type Lead, leadsOfContact } from '../../../leads/_queries.ts'
import classes from './came-from.module.css'

type TouchProps = { lead: Lead; isMeant: boolean; leads: ReturnType<typeof useLeads> }

/** One thing they asked; with the alert that they ticked, to be made with one tap. */
function Touch({ lead, isMeant, leads }: TouchProps) {
  const { kind, home, message, receivedAt, proposal, searchId, door, source } = lead
  return (
    <li className={classes.touch} data-meant={isMeant || undefined}>
      <p className={classes.what}>
        {KIND_SAID[kind]}
        {home && (
          <>
            :{' '}
            <TextLink underlined href={`/listings/${home.id}`}>
              {streetLine(home)}, {home.city}
            </TextLink>
          </>
        )}
        <span className={classes.when}>
          {source?.name ?? DOOR_SAID[door]}, <When at={receivedAt} />
        </span>
      </p>
      {message && <p className={classes.words}>{message}</p>}
      {proposal && (
        <div className={classes.proposal}>
          <p>
            They ticked “{proposal.consentText}” <strong>{proposal.summary}</strong>
          </p>
          <Action primary icon={IconBellPlus} disabled={leads.isMaking} onClick={() => leads.makeAlert(lead)}>
            Make this alert
          </Action>
        </div>
      )}
      {searchId && (
        <TextLink underlined href={`/alerts/${searchId}`}>
          The alert made of it
        </TextLink>
      )}
    </li>
  )
}

/** Where they came from the first time, which never changes, and what they asked since. */
export function CameFrom({ contactId }: { contactId: string }) {
  const { data } = useSuspenseQuery(leadsOfContact(useTRPC(), contactId))
  const meant = useSearchParams().get('inquiry')
  const leads = useLeads()
  return (
    <>
      <p className={classes.first}>
        {data.firstSource ?? 'Nobody noted where from'}
        <span className={classes.when}>
          <When at={data.since} />
        </span>
      </p>
      {data.touches.length > 0 && (
        <ul className={classes.touches} aria-label="What they asked since">
          {data.touches.map((lead) => (
            <Touch key={lead.id} lead={lead} isMeant={lead.id === meant} leads={leads} />
          ))}
        </ul>
      )}
    </>
  )
}
