'use client'

import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/trpc/root.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showDone, showProblem, showUndo } from '../../../_ui/toast.tsx'
import type { Lead } from '../_queries.ts'

type Page = inferRouterOutputs<AppRouter>['leads']['list']

/** Says that a lead was answered, at once and with a way back; makes the alert that somebody ticked; takes from a pond. */
export function useLeads() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const readAgain = () => queryClient.invalidateQueries(trpc.leads.pathFilter())
  const refused = ({ message }: { message: string }) => {
    showProblem(message)
    void readAgain()
  }
  const mark = useMutation(trpc.leads.setAnswered.mutationOptions({ onError: refused, onSuccess: readAgain }))
  const make = useMutation(
    trpc.leads.makeAlert.mutationOptions({
      onError: refused,
      onSuccess: () => {
        void readAgain()
        void queryClient.invalidateQueries(trpc.alerts.pathFilter())
      },
    }),
  )
  const takeOne = useMutation(
    trpc.offers.takeFromPond.mutationOptions({
      onError: refused,
      onSuccess: () => {
        showDone('It is yours. Reach them while they still wait.')
        void readAgain()
        void queryClient.invalidateQueries(trpc.offers.pathFilter())
      },
    }),
  )
  const show = ({ id }: Lead, answered: boolean) =>
    queryClient.setQueriesData<InfiniteData<Page>>(trpc.leads.list.pathFilter(), (old) =>
      old?.pages
        ? {
            ...old,
            pages: old.pages.map((page) => ({
              ...page,
              open: Math.max(0, page.open + (answered ? -1 : 1)),
              items: page.items.map((item) =>
                item.id === id ? { ...item, state: answered ? ('answered' as const) : ('open' as const) } : item,
              ),
            })),
          }
        : old,
    )
  const setAnswered = (lead: Lead, answered: boolean, onError?: () => void) => {
    show(lead, answered)
    mark.mutate({ inquiryId: lead.id, answered }, onError ? { onError } : {})
  }
  return {
    setAnswered: (lead: Lead, answered: boolean) => {
      if (!answered) return setAnswered(lead, false)
      const close = showUndo({
        message: `${lead.fullName} is marked as answered.`,
        onUndo: () => setAnswered(lead, false),
      })
      setAnswered(lead, true, () => void close())
    },
    makeAlert: ({ id }: Pick<Lead, 'id'>) => make.mutate({ inquiryId: id }),
    isMaking: make.isPending,
    /** Of many who take it out of a pond at once one has it: shown when the server has said so. */
    take: ({ id }: Pick<Lead, 'id'>) => takeOne.mutate({ inquiryId: id }),
    isTaking: takeOne.isPending,
  }
}
