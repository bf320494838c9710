'use client'

import { IconPencil } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LOST_WORDS, SIDE_WORDS } from '#server/domain/deals/deals.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { Fact, Facts } from '../../../_ui/fact.tsx'
import { Money } from '../../../_ui/money.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { useNow } from '../../../_ui/use-now.ts'
import { When } from '../../../_ui/when.tsx'
import { OpenTwin } from '../../_twins/open-twin.tsx'
import { centsOf, dayInWords, placeOf, STAGE_TONES, shareInWords, stageName } from '../_deals.words.ts'
import { type Deal, dealById } from '../_queries.ts'
import classes from './deal-detail.module.css'
import { EditDeal } from './edit-deal.tsx'
import { KeptInTheOldSystem, Unreachable } from './from-legacy.tsx'
import { Milestones } from './milestones.tsx'
import { MoveRow } from './move-row.tsx'

/** Whose deal, where it stands, its sums and days. */
export function DealDetail({ dealId }: { dealId: string }) {
  const { data, refetch, isFetching } = useSuspenseQuery(dealById(useTRPC(), dealId))
  const [isEditing, setEditing] = useState(false)
  if (data.state === 'unreachable')
    return <Unreachable lastReachedAt={data.lastReachedAt} onRetry={() => void refetch()} isRetrying={isFetching} />
  const { deal, canEdit } = data
  if (isEditing) return <EditDeal deal={deal} onClose={() => setEditing(false)} />
  return (
    <div className={classes.detail}>
      <Head deal={deal} />
      {!canEdit && (
        <>
          <KeptInTheOldSystem />
          <p className={classes.foot}>
            <OpenTwin kind="deal" id={deal.id} />
          </p>
        </>
      )}
      {canEdit && <MoveRow deal={deal} />}
      <Numbers deal={deal} />
      <Milestones deal={deal} canEdit={canEdit} />
      {canEdit && (
        <p className={classes.foot}>
          <Action icon={IconPencil} onClick={() => setEditing(true)}>
            Edit
          </Action>
        </p>
      )}
    </div>
  )
}

const Head = ({ deal }: { deal: Deal }) => (
  <header>
    <h2 className={classes.name}>
      <TextLink href={`/contacts/${deal.contact.id}`}>{deal.contact.fullName}</TextLink>
    </h2>
    <p className={classes.place}>
      {deal.listing ? (
        <TextLink underlined href={`/listings/${deal.listing.id}`}>
          {deal.listing.address}
        </TextLink>
      ) : (
        placeOf(deal)
      )}
    </p>
    <p className={classes.state}>
      <StatusBadge tone={STAGE_TONES[deal.stage]}>{stageName(deal.stage)}</StatusBadge>
      <span>
        since <When at={deal.stageSince} />
      </span>
    </p>
    {deal.lostReason && <p className={classes.place}>{LOST_WORDS[deal.lostReason]}.</p>}
  </header>
)

function Numbers({ deal }: { deal: Deal }) {
  const now = useNow()
  const { priceCents, commissionBps, expectedCloseOn, closedOn } = deal
  const cents = centsOf(priceCents)
  return (
    <Facts columns={2}>
      <Fact label="Price">
        <Money cents={cents} />
      </Fact>
      <Fact label="Commission">
        {commissionBps === null ? null : (
          <>
            {shareInWords(commissionBps)}
            {cents !== null && (
              <>
                , <Money cents={(cents * commissionBps) / 10_000} />
              </>
            )}
          </>
        )}
      </Fact>
      <Fact label="Side">{SIDE_WORDS[deal.side]}</Fact>
      <Fact label="Agent">{deal.agent.fullName}</Fact>
      <Fact label="Expected to close">{expectedCloseOn && dayInWords(expectedCloseOn, now)}</Fact>
      <Fact label="Closed">{closedOn && dayInWords(closedOn, now)}</Fact>
    </Facts>
  )
}
