'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import type { PreferencesView } from '../_preferences.ts'

/** What the address gets, and the three things one can do about it. Each is shown at once and read again after. */
export function usePreferences(token: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const options = trpc.alerts.preferences.queryOptions({ token })
  const { data } = useSuspenseQuery(options)
  const show = (change: (view: PreferencesView) => PreferencesView) =>
    queryClient.setQueryData(options.queryKey, (old) => old && change(old))
  const onSettled = () => queryClient.invalidateQueries({ queryKey: options.queryKey })

  const setSearch = useMutation(
    trpc.alerts.setPreference.mutationOptions({
      onMutate: ({ searchId, active }) => {
        show((view) => ({
          ...view,
          searches: view.searches.map((search) => (search.id === searchId ? { ...search, activeYN: active } : search)),
        }))
      },
      onSettled,
    }),
  )
  const setStopped = useMutation(
    trpc.alerts.stopEverything.mutationOptions({
      onMutate: ({ stopped }) => {
        show((view) => ({
          ...view,
          stoppedAt: stopped ? new Date() : null,
          stoppedReason: stopped ? 'unsubscribed' : null,
        }))
      },
      onSettled,
    }),
  )

  return {
    view: data,
    stop: () => setStopped.mutate({ token, stopped: true }),
    startAgain: () => setStopped.mutate({ token, stopped: false }),
    choose: (searchId: string, name: string, active: boolean) => {
      setSearch.mutate({ token, searchId, active })
      if (active) return
      showUndo({
        message: `“${name}” is off.`,
        onUndo: () => setSearch.mutate({ token, searchId, active: true }),
      })
    },
  }
}
