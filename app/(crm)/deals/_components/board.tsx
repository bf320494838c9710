'use client'

import { IconHeartHandshake } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { type DealStageName, OPEN_STAGES } from '#server/domain/deals/deals.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Section } from '../../../_ui/section.tsx'
import type { DealFilters } from '../_filters.ts'
import { type BoardRead, type Deal, dealBoard } from '../_queries.ts'
import classes from './board.module.css'
import { BoardSums } from './board-sums.tsx'
import { Column } from './column.tsx'
import { EndedColumn } from './ended-column.tsx'
import { KeptInTheOldSystem, Unreachable } from './from-legacy.tsx'
import { useDealMoves } from './use-deal-moves.ts'

const LostDialog = dynamic(() => import('./lost-dialog.tsx').then((module) => module.LostDialog), { ssr: false })

type Props = { filters: DealFilters; onOpen: (dealId: string) => void }

/** The deals by stage. While their system is away, that is said in their place. */
export function Board({ filters, onOpen }: Props) {
  const { data, refetch, isFetching } = useSuspenseQuery(dealBoard(useTRPC(), filters))
  if (data.state === 'unreachable')
    return <Unreachable lastReachedAt={data.lastReachedAt} onRetry={() => void refetch()} isRetrying={isFetching} />
  return <Stages board={data} onOpen={onOpen} />
}

function Stages({ board, onOpen }: { board: BoardRead; onOpen: (dealId: string) => void }) {
  const { stages, canEdit } = board
  const [losing, setLosing] = useState<Deal | null>(null)
  const moveDeal = useDealMoves()
  // A card that was moved by a key is another element in another column: the focus goes with it.
  const followed = useRef<string | null>(null)
  useEffect(() => {
    const card = followed.current && document.getElementById(`deal-${followed.current}`)
    if (!card || !stages.length) return
    followed.current = null
    card.focus()
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [stages])
  const move = (deal: Deal, to: DealStageName) => {
    if (to === 'lost') return setLosing(deal)
    followed.current = deal.id
    moveDeal({ deal, to })
  }
  const moveById = (dealId: string, to: DealStageName) => {
    const deal = stages.flatMap(({ cards }) => cards).find(({ id }) => id === dealId)
    if (deal) move(deal, to)
  }
  const isEmpty = stages.every(({ count }) => count === 0)
  const shared = { canEdit, showsAgent: agentsOn(board) > 1, onOpen, onMove: move, onDrop: moveById }
  return (
    <div className={classes.frame}>
      {!canEdit && <KeptInTheOldSystem />}
      {isEmpty ? (
        <Section flush>
          <EmptyState icon={IconHeartHandshake} title="No deals here yet">
            A deal begins when somebody wants to buy or sell. Take a filter away if you expected some.
          </EmptyState>
        </Section>
      ) : (
        <>
          <BoardSums board={board} />
          <div className={classes.board}>
            {stages
              .filter(({ stage }) => OPEN_STAGES.some((open) => open === stage))
              .map((stage) => (
                <Column key={stage.stage} stage={stage} {...shared} />
              ))}
            <EndedColumn stages={stages.filter(({ stage }) => stage === 'closed' || stage === 'lost')} {...shared} />
          </div>
        </>
      )}
      {losing && (
        <LostDialog
          deal={losing}
          onClose={() => setLosing(null)}
          onLost={(lostReason) => {
            setLosing(null)
            moveDeal({ deal: losing, to: 'lost', lostReason })
          }}
        />
      )}
    </div>
  )
}

const agentsOn = ({ stages }: BoardRead) =>
  new Set(stages.flatMap(({ cards }) => cards.map(({ agent }) => agent.id))).size
