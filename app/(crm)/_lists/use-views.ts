'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ArrangeListInput, ListName } from '#server/domain/views/views.schema.ts'
import { useTRPC } from '../../_trpc/client.tsx'
import { showUndo } from '../../_ui/toast.tsx'
import { type ListViews, type View, viewsOf } from './_queries.ts'

const NONE: ListViews = { views: [], mayShare: false, hiddenColumns: [], defaultViewId: null }

/** The views of a list and what one can do with them: each change is shown at once and read again after. */
export function useViews(list: ListName) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const options = viewsOf(trpc, list)
  const kept = useQuery(options).data ?? NONE
  const show = (change: (old: ListViews) => ListViews) =>
    queryClient.setQueryData(options.queryKey, (old) => old && change(old))
  const showView = (viewId: string, change: (view: View) => View | null) =>
    show((old) => ({ ...old, views: old.views.flatMap((view) => (view.id === viewId ? (change(view) ?? []) : view)) }))
  const onSettled = () => queryClient.invalidateQueries({ queryKey: options.queryKey })

  const create = useMutation(trpc.views.create.mutationOptions({ onSettled }))
  const update = useMutation(
    trpc.views.update.mutationOptions({
      onMutate: ({ viewId, name, query, shared }) =>
        showView(viewId, (view) => ({
          ...view,
          ...(name === undefined ? {} : { name }),
          ...(query === undefined ? {} : { query }),
          ...(shared === undefined ? {} : { isShared: shared }),
        })),
      onSettled,
    }),
  )
  const restore = useMutation(trpc.views.restore.mutationOptions({ onSettled }))
  const remove = useMutation(
    trpc.views.remove.mutationOptions({ onMutate: ({ viewId }) => showView(viewId, () => null), onSettled }),
  )
  const arrange = useMutation(
    trpc.views.arrange.mutationOptions({
      onMutate: ({ list: _list, viewOrder, ...rest }) =>
        show((old) => ({
          ...old,
          ...(rest.hiddenColumns ? { hiddenColumns: rest.hiddenColumns } : {}),
          ...(rest.defaultViewId === undefined ? {} : { defaultViewId: rest.defaultViewId }),
          ...(viewOrder
            ? { views: old.views.toSorted((a, b) => viewOrder.indexOf(a.id) - viewOrder.indexOf(b.id)) }
            : {}),
        })),
      onSettled,
    }),
  )
  const setList = (chosen: Omit<ArrangeListInput, 'list'>) => arrange.mutate({ list, ...chosen })
  return {
    ...kept,
    create: (view: { name: string; query: string; shared: boolean }) => create.mutateAsync({ list, ...view }),
    update: update.mutate,
    setHidden: (hiddenColumns: string[]) => setList({ hiddenColumns }),
    setDefault: (defaultViewId: string | null) => setList({ defaultViewId }),
    /** One place to the left or to the right. */
    move: (viewId: string, by: -1 | 1) => {
      const order = kept.views.map(({ id }) => id)
      const at = order.indexOf(viewId)
      setList({ viewOrder: order.toSpliced(at, 1).toSpliced(at + by, 0, viewId) })
    },
    remove: ({ id, name }: View) => {
      remove.mutate({ viewId: id })
      showUndo({ message: `The view “${name}” is removed.`, onUndo: () => restore.mutate({ viewId: id }) })
    },
  }
}
export type Views = ReturnType<typeof useViews>
