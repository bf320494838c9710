'use client'

import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showUndo } from '../../../_ui/toast.tsx'
import { type AlertItem, type AlertPage, alertById } from '../_queries.ts'

type Change = (item: AlertItem) => AlertItem | null

/** Switches alerts on and off and takes them away: shown at once in every list, with the way back in the toast. */
export function useAlertChanges() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const lists = trpc.alerts.list.infiniteQueryFilter()

  /** The rows keep their places: a list that is sorted anew under the finger is a list one taps wrongly in. */
  const show = (id: string, change: Change) => {
    queryClient.setQueriesData<InfiniteData<AlertPage>>(
      lists,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.flatMap((item) => (item.id === id ? (change(item) ?? []) : item)),
          })),
        },
    )
    queryClient.setQueryData(alertById(trpc, id).queryKey, (old) => {
      const changed = old && change(old)
      return changed ? { ...old, ...changed } : old
    })
  }
  const readAgain = () => queryClient.invalidateQueries(trpc.alerts.pathFilter())

  const setActive = useMutation(
    trpc.alerts.setActive.mutationOptions({
      onMutate: ({ searchId, active }) =>
        show(searchId, (item) => ({
          ...item,
          activeYN: active,
          reason: active ? 'ReActivated' : 'AgentDisabled',
          reasonNote: null,
        })),
    }),
  )
  const remove = useMutation(
    trpc.alerts.remove.mutationOptions({ onMutate: ({ searchId }) => show(searchId, () => null) }),
  )
  const restore = useMutation(trpc.alerts.restore.mutationOptions({ onSettled: readAgain }))
  const whenRefused = { onError: readAgain }

  return {
    setActive: ({ id, name }: Pick<AlertItem, 'id' | 'name'>, active: boolean) => {
      setActive.mutate({ searchId: id, active }, whenRefused)
      showUndo({
        message: `“${name}” is ${active ? 'on' : 'off'}.`,
        onUndo: () => setActive.mutate({ searchId: id, active: !active }, whenRefused),
      })
    },
    remove: ({ id, name }: Pick<AlertItem, 'id' | 'name'>) => {
      remove.mutate({ searchId: id }, whenRefused)
      showUndo({ message: `“${name}” is removed.`, onUndo: () => restore.mutate({ searchId: id }) })
    },
  }
}
