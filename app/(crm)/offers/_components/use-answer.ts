'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OfferChannel, OfferPassReason } from '#server/generated/prisma/enums.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showDone, showProblem, showUndo } from '../../../_ui/toast.tsx'

type Options = {
  offerId: string
  channel: OfferChannel
  /** Where the page has no button to hand it back: the way back stands in the toast. */
  withUndo?: boolean
}
/** Less than the minute that the server gives. */
const UNDO_SECONDS = 30

/**
 * One's answers to an offer. A claim is a race: nothing is shown as won before the server says so; who lost hears who
 * has it. The page is read again after each answer.
 */
export function useAnswer({ offerId, channel, withUndo = false }: Options) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.offers.pathFilter()),
      queryClient.invalidateQueries(trpc.leads.pathFilter()),
    ])
  // Still pending until the page is read again: no button comes back for a moment.
  const settle = { onError: ({ message }: { message: string }) => showProblem(message), onSettled: readAgain }
  const giveBack = useMutation(
    trpc.offers.handBack.mutationOptions({
      ...settle,
      onSuccess: ({ outcome }) =>
        outcome === 'back'
          ? showDone('It is held out again, and you do not have it any more.')
          : showProblem('It is too late to hand it back. Ask your manager to give it to somebody else.'),
    }),
  )
  const handBack = () => giveBack.mutate({ offerId, channel })
  const tellWon = () =>
    withUndo
      ? showUndo({ message: 'It is yours.', onUndo: handBack, seconds: UNDO_SECONDS })
      : showDone('It is yours. Reach them while they still wait.')
  const claim = useMutation(
    trpc.offers.claim.mutationOptions({
      ...settle,
      onSuccess: (answer) => {
        if (answer.outcome === 'won') tellWon()
        if (answer.outcome === 'lost') showProblem(`${answer.winner.fullName} was faster and has it now.`)
      },
    }),
  )
  const pass = useMutation(trpc.offers.pass.mutationOptions(settle))
  const extend = useMutation(
    trpc.offers.needTenMinutes.mutationOptions({
      ...settle,
      onSuccess: ({ outcome }) => {
        if (outcome === 'granted') showDone('Ten minutes more.')
      },
    }),
  )
  return {
    claim: () => claim.mutate({ offerId, channel }),
    pass: (reason: OfferPassReason) => pass.mutate({ offerId, channel, reason }),
    needTenMinutes: () => extend.mutate({ offerId, channel }),
    handBack,
    isClaiming: claim.isPending,
    isAnswering: claim.isPending || pass.isPending || extend.isPending || giveBack.isPending,
  }
}
export type Answer = ReturnType<typeof useAnswer>
