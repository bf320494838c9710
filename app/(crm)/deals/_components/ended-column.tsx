'use client'

import Link from 'next/link'
import type { Stage } from '../_queries.ts'
import classes from './board.module.css'
import { ColumnHead, type ColumnProps, DropPlace } from './column.tsx'
import { DealCard } from './deal-card.tsx'

const LATEST = 3

/** What is over: closed above lost, the last few of each, and the way to all of them. */
export const EndedColumn = ({
  stages,
  canEdit,
  showsAgent,
  onOpen,
  onMove,
  onDrop,
}: ColumnProps & { stages: Stage[] }) => (
  <div className={classes.ended}>
    {stages.map((stage) => (
      <DropPlace key={stage.stage} stage={stage} canEdit={canEdit} onDrop={onDrop}>
        <ColumnHead stage={stage} />
        <ul className={classes.cards}>
          {stage.cards.slice(0, LATEST).map((deal) => (
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
        {stage.count > LATEST && (
          <Link href={`/deals?show=list&stage=${stage.stage}`} className={classes.all}>
            All {stage.count.toLocaleString('en-US')}
          </Link>
        )}
      </DropPlace>
    ))}
  </div>
)
