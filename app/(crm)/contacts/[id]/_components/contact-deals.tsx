'use client'

import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Money } from '../../../../_ui/money.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { useNow } from '../../../../_ui/use-now.ts'
import { When } from '../../../../_ui/when.tsx'
import { centsOf, nextStep, placeOf, STAGE_TONES, stageName } from '../../../deals/_deals.words.ts'
import { dealsOfContact } from '../../../deals/_queries.ts'
import { contactById } from '../../_queries.ts'
import classes from './contact-deals.module.css'

const NewDeal = dynamic(() => import('../../../deals/_components/new-deal.tsx').then((module) => module.NewDeal), {
  ssr: false,
})

/** Their deals, the latest change first, and the way to a new one. */
export function ContactDeals({ contactId }: { contactId: string }) {
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(dealsOfContact(trpc, contactId))
  const { data: contact } = useSuspenseQuery(contactById(trpc, contactId))
  const [isAdding, setAdding] = useState(false)
  const router = useRouter()
  const now = useNow()
  const add = data.state === 'read' && data.canEdit && (
    <Action icon={IconPlus} onClick={() => setAdding(true)}>
      New deal
    </Action>
  )
  return (
    <Section title="Deals" actions={add}>
      {data.state === 'unreachable' && (
        <p className={classes.quiet} role="status">
          The old system cannot be reached; deals come from there until they move.
          {data.lastReachedAt && (
            <>
              {' '}
              Last reached <When at={data.lastReachedAt} />.
            </>
          )}
        </p>
      )}
      {data.state === 'read' && data.items.length === 0 && <p className={classes.quiet}>No deals with them yet.</p>}
      {data.state === 'read' && data.items.length > 0 && (
        <ul className={classes.deals}>
          {data.items.map((deal) => (
            <li key={deal.id}>
              <p className={classes.line}>
                <TextLink href={`/deals?deal=${deal.id}`}>{placeOf(deal)}</TextLink>
                <StatusBadge tone={STAGE_TONES[deal.stage]}>{stageName(deal.stage)}</StatusBadge>
              </p>
              <p className={classes.line}>
                <Money cents={centsOf(deal.priceCents)} />
                <span className={classes.quiet}>{nextStep(deal, now)?.words}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {isAdding && (
        <NewDeal
          contact={{ id: contactId, label: contact.fullName }}
          onClose={() => setAdding(false)}
          onDone={(dealId) => router.push(`/deals?deal=${dealId}`)}
        />
      )}
    </Section>
  )
}
