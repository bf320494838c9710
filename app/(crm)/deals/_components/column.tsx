'use client'

import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { type DealStageName, STAGE_WORDS } from '#server/domain/deals/deals.words.ts'
import { formatCount } from '../../../_ui/format.ts'
import { Money } from '../../../_ui/money.tsx'
import { stageName } from '../_deals.words.ts'
import type { Deal, Stage } from '../_queries.ts'
import classes from './board.module.css'
import { DealCard } from './deal-card.tsx'

export type ColumnProps = {
  canEdit: boolean
  showsAgent: boolean
  onOpen: (dealId: string) => void
  onMove: (deal: Deal, to: DealStageName) => void
  onDrop: (dealId: string, to: DealStageName) => void
}

type DropProps = Pick<ColumnProps, 'canEdit' | 'onDrop'> & { stage: Stage; children: ReactNode }

/** A place that takes what is dragged to it. */
export function DropPlace({ stage, canEdit, onDrop, children }: DropProps) {
  const [isOver, setOver] = useState(false)
  return (
    <section
      className={classes.column}
      aria-label={`${stageName(stage.stage)}, ${stage.count}`}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!canEdit) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (canEdit) onDrop(event.dataTransfer.getData('text/plain'), stage.stage)
      }}
    >
      {children}
    </section>
  )
}

/** The stage, how many there are, what they add up to, and what that is worth. */
export const ColumnHead = ({ stage }: { stage: Stage }) => (
  <header className={classes.columnHead}>
    <h2>
      {stageName(stage.stage)} <span className={classes.count}>{formatCount(stage.count)}</span>
    </h2>
    <p title={`${STAGE_WORDS[stage.stage].chance} of a hundred deals of this stage close`}>
      <Money short cents={Number(stage.priceCents)} />
      {STAGE_WORDS[stage.stage].chance % 100 !== 0 && (
        <>
          , weighted <Money short cents={Number(stage.weightedCents)} />
        </>
      )}
    </p>
  </header>
)

/** One stage of the board. */
export function Column({ stage, canEdit, showsAgent, onOpen, onMove, onDrop }: ColumnProps & { stage: Stage }) {
  const { cards, count } = stage
  return (
    <DropPlace stage={stage} canEdit={canEdit} onDrop={onDrop}>
      <ColumnHead stage={stage} />
      {cards.length === 0 && <p className={classes.none}>{canEdit ? 'None. Drop one here.' : 'None.'}</p>}
      <ul className={classes.cards}>
        {cards.map((deal) => (
          <DealCard
            key={deal.id}
            deal={deal}
            canEdit={canEdit}
            showsAgent={showsAgent}
            onOpen={() => onOpen(deal.id)}
            onMove={(to) => onMove(deal, to)}
          />
        ))}
      </ul>
      {count > cards.length && (
        <Link href={`/deals?show=list&stage=${stage.stage}`} className={classes.all}>
          All {formatCount(count)}
        </Link>
      )}
    </DropPlace>
  )
}
