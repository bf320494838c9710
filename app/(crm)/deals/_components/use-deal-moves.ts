'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type DealStageName, type LostReasonName, weightedCents } from '#server/domain/deals/deals.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showProblem, showUndo } from '../../../_ui/toast.tsx'
import { stageName } from '../_deals.words.ts'
import type { Board, Deal, Stage } from '../_queries.ts'

type Move = { deal: Deal; to: DealStageName; lostReason?: LostReasonName | null }

/** A stage with a deal more or less. */
function withChange(stage: Stage, { deal, to, lostReason = null }: Move): Stage {
  const sign = stage.stage === to ? 1 : stage.stage === deal.stage ? -1 : 0
  if (sign === 0) return stage
  const priceCents = stage.priceCents + BigInt(sign) * (deal.priceCents ?? 0n)
  const others = stage.cards.filter(({ id }) => id !== deal.id)
  return {
    ...stage,
    ...{ count: Math.max(0, stage.count + sign), priceCents, weightedCents: weightedCents(stage.stage, priceCents) },
    cards: sign > 0 ? [{ ...deal, stage: to, stageSince: new Date(), lostReason }, ...others] : others,
  }
}

/** Moves deals at once and says so, with a way back; what the server refuses is read again. */
export function useDealMoves() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const readAgain = () => queryClient.invalidateQueries(trpc.deals.pathFilter())
  const send = useMutation(
    trpc.deals.move.mutationOptions({
      onError: ({ message }) => showProblem(message),
      // Two quick moves: the answer to the first must not show what the second has changed meanwhile.
      onSettled: () =>
        queryClient.isMutating({ mutationKey: trpc.deals.move.mutationKey() }) <= 1 ? readAgain() : null,
    }),
  )
  const apply = async (move: Move) => {
    await queryClient.cancelQueries(trpc.deals.board.pathFilter())
    queryClient.setQueriesData<Board>(trpc.deals.board.pathFilter(), (board) =>
      board?.state === 'read' ? { ...board, stages: board.stages.map((stage) => withChange(stage, move)) } : board,
    )
    const { deal, to, lostReason } = move
    send.mutate({ dealId: deal.id, from: deal.stage, to, lostReason: lostReason ?? null })
  }
  return (move: Move) => {
    const { deal, to } = move
    if (deal.stage === to) return
    void apply(move)
    showUndo({
      message: `${deal.contact.fullName}: ${stageName(deal.stage)} → ${stageName(to)}.`,
      onUndo: () => void apply({ deal: { ...deal, stage: to }, to: deal.stage, lostReason: deal.lostReason }),
    })
  }
}
