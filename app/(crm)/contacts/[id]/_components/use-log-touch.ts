'use client'

import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import {
  CHANNEL_SAID,
  outcomeSaid,
  type TouchChannel,
  type TouchOutcome,
} from '#server/domain/contacts/touches/touches.words.ts'
import type { AppRouter } from '#server/trpc/root.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showProblem, showUndo } from '../../../../_ui/toast.tsx'
import { type Fact, timelinePages } from '../../_queries.ts'

type Page = inferRouterOutputs<AppRouter>['contacts']['timeline']
type Did = { channel: TouchChannel; outcome: TouchOutcome; words: string; minutesAgo: number }

const asFact = (id: string, { channel, outcome, words, minutesAgo }: Did): Fact => {
  const what = `${CHANNEL_SAID[channel]} by you: ${outcomeSaid(channel, outcome).toLowerCase()}`
  return {
    ...{ id, kind: 'touch.logged', summary: words ? `${what}. “${words}”` : what, refs: { touchId: id } },
    occurredAt: new Date(Date.now() - minutesAgo * 60_000),
  }
}

/** Writes a touch down: it stands on the timeline at once, and goes away again when it is refused or taken back. */
export function useLogTouch(contactId: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = timelinePages(trpc, contactId)
  const settle = {
    onError: ({ message }: { message: string }) => showProblem(message),
    onSettled: () => {
      void queryClient.invalidateQueries(trpc.contacts.timeline.pathFilter())
      void queryClient.invalidateQueries(trpc.reports.pathFilter())
    },
  }
  const logOne = useMutation(trpc.touches.log.mutationOptions(settle))
  const takeBack = useMutation(trpc.touches.remove.mutationOptions(settle))
  return (did: Did) => {
    const id = crypto.randomUUID()
    void queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData<InfiniteData<Page, string | null>>(queryKey, (old) => {
      const [first, ...rest] = old?.pages ?? []
      if (!old || !first) return old
      return { ...old, pages: [{ ...first, items: [asFact(id, did), ...first.items] }, ...rest] }
    })
    logOne.mutate({ id, contactId, ...did })
    showUndo({ message: `${CHANNEL_SAID[did.channel]} written down.`, onUndo: () => takeBack.mutate({ touchId: id }) })
  }
}
