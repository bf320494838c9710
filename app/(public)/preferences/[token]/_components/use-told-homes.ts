'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Verdict } from '#server/domain/alerts/portal/portal.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import type { ToldHome } from '../_preferences.ts'

/** The homes one was told about, and what one says of them: shown at once, a no with the way back. */
export function useToldHomes(token: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const options = trpc.portal.homes.queryOptions({ token })
  const { data: homes } = useSuspenseQuery(options)
  const say = useMutation(
    trpc.portal.setVerdict.mutationOptions({
      onMutate: ({ listingId, verdict }) => {
        queryClient.setQueryData(options.queryKey, (old) =>
          old?.map((home) => (home.id === listingId ? { ...home, verdict } : home)),
        )
      },
      // What was shown did not happen: the server's words replace it.
      onSettled: (_data, error) => (error ? queryClient.invalidateQueries({ queryKey: options.queryKey }) : undefined),
    }),
  )
  return {
    homes,
    say: (home: ToldHome, verdict: Verdict | null) => {
      const order = { token, listingId: home.id, origin: 'portal' } as const
      say.mutate({ ...order, verdict })
      if (verdict === 'Discard')
        showUndo({
          message: 'You will not hear of this home again.',
          onUndo: () => say.mutate({ ...order, verdict: home.verdict }),
        })
    },
  }
}
