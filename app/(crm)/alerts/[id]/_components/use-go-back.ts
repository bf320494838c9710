'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'

type GoBack = { to: number; from: number }

/** Lets an alert ask again for what it asked for before; the way back from there is in the toast. */
export function useGoBack(searchId: string, onDone: () => void) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.alerts.pathFilter()),
      queryClient.invalidateQueries(trpc.versions.pathFilter()),
    ])
  const goBack = useMutation(trpc.versions.goBack.mutationOptions({ onSettled: readAgain }))
  const go = async ({ to, from }: GoBack, andThen?: (version: number) => void) => {
    const { version } = await goBack.mutateAsync({ searchId, version: to, basedOnVersion: from })
    onDone()
    andThen?.(version)
  }
  return {
    isGoing: goBack.isPending,
    goBack: ({ to, from }: GoBack) =>
      // A refusal is told by the mutation itself.
      go({ to, from }, (version) =>
        showUndo({
          message: `It asks again for what version ${to} asked for.`,
          onUndo: () => void go({ to: from, from: version }).catch(() => undefined),
        }),
      ).catch(() => undefined),
  }
}
