'use client'

import Link from 'next/link'
import type { KeyboardEvent } from 'react'
import { DEAL_STAGES, type DealStageName, SIDE_WORDS } from '#server/domain/deals/deals.words.ts'
import { Money } from '../../../_ui/money.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { useNow } from '../../../_ui/use-now.ts'
import { centsOf, closingWords, nextStep, placeOf, quietDays } from '../_deals.words.ts'
import type { Deal } from '../_queries.ts'
import classes from './deal-card.module.css'
import { MoveMenu } from './move-menu.tsx'

type Props = {
  deal: Deal
  canEdit: boolean
  showsAgent: boolean
  onOpen: () => void
  onMove: (to: DealStageName) => void
}

const STEPS: Record<string, number> = { ']': 1, '[': -1 }

/** The stage one key away; null at either end, and where losing it would have to be explained. */
function stageBeside(stage: DealStageName, key: string): DealStageName | null {
  const step = STEPS[key]
  const next = step ? DEAL_STAGES[DEAL_STAGES.indexOf(stage) + step] : undefined
  return next && next !== 'lost' ? next : null
}

/** One deal: whose, where, how much, and what comes next. */
export function DealCard({ deal, canEdit, showsAgent, onOpen, onMove }: Props) {
  const now = useNow()
  const [step, quiet, closing] = [nextStep(deal, now), quietDays(deal, now), closingWords(deal, now)]
  const onKeyDown = (event: KeyboardEvent) => {
    if (!canEdit || event.ctrlKey || event.metaKey || event.altKey) return
    const to = stageBeside(deal.stage, event.key)
    if (!to) return
    event.preventDefault()
    onMove(to)
  }
  return (
    <li
      className={classes.card}
      data-row
      draggable={canEdit}
      onKeyDown={onKeyDown}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData('text/plain', deal.id)
        dataTransfer.effectAllowed = 'move'
      }}
    >
      <div className={classes.head}>
        <Link
          href={`?deal=${deal.id}`}
          id={`deal-${deal.id}`}
          className={classes.name}
          data-list-item
          draggable={false}
          prefetch={false}
          scroll={false}
          onNavigate={(event) => {
            event.preventDefault()
            onOpen()
          }}
        >
          {deal.contact.fullName}
        </Link>
        {canEdit && <MoveMenu deal={deal} onMove={onMove} />}
      </div>
      <p className={classes.place}>{placeOf(deal)}</p>
      <p className={classes.sum}>
        <Money cents={centsOf(deal.priceCents)} className={classes.price ?? ''} />
        <span>{SIDE_WORDS[deal.side]}</span>
      </p>
      {step ? (
        <StatusBadge tone={step.isLate ? 'warning' : 'waiting'} variant="plain">
          {step.words}
        </StatusBadge>
      ) : (
        closing && <p className={classes.soft}>{closing}</p>
      )}
      {quiet && !step && (
        <StatusBadge tone="warning" variant="plain">
          {`${quiet} days without a move`}
        </StatusBadge>
      )}
      {showsAgent && <p className={classes.soft}>{deal.agent.fullName}</p>}
    </li>
  )
}
