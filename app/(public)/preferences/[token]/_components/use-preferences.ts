'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { hoursInWords } from '#server/domain/alerts/rhythm/hours.words.ts'
import type { Cadence } from '#server/domain/alerts/rhythm/rhythm.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import type { Hours, PreferencesView, PreferredSearch } from '../_preferences.ts'
import { CADENCE_WHEN } from './cadence.words.ts'

/** A month, as the server counts it; shown until the server has said it. */
const MONTH_MS = 30 * 86_400_000

/** What the address gets, and what one can do about it. Each is shown at once and read again after. */
export function usePreferences(token: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const options = trpc.alerts.preferences.queryOptions({ token })
  const { data } = useSuspenseQuery(options)
  const show = async (change: (view: PreferencesView) => PreferencesView) => {
    // An answer that was on its way would show the choice before this one, and the next choice would build on that.
    await queryClient.cancelQueries({ queryKey: options.queryKey })
    queryClient.setQueryData(options.queryKey, (old) => old && change(old))
  }
  /** Read again once the last choice is kept. */
  const onSettled = () =>
    queryClient.isMutating() === 1 ? queryClient.invalidateQueries({ queryKey: options.queryKey }) : undefined
  /** One after the other: two choices that overtake each other would leave the older one. */
  const inTurn = { scope: { id: `preferences ${token}` }, onSettled }

  const showSearch = (id: string, change: Partial<PreferredSearch>) =>
    show((view) => ({
      ...view,
      searches: view.searches.map((search) => (search.id === id ? { ...search, ...change } : search)),
    }))
  const setSearch = useMutation(
    trpc.alerts.setPreference.mutationOptions({
      ...inTurn,
      onMutate: ({ searchId, active }) => showSearch(searchId, { activeYN: active, pausedUntil: null }),
    }),
  )
  const setPaused = useMutation(
    trpc.portal.pause.mutationOptions({
      ...inTurn,
      onMutate: ({ searchId, paused }) =>
        showSearch(searchId, { pausedUntil: paused ? new Date(Date.now() + MONTH_MS) : null }),
    }),
  )
  const setCadence = useMutation(
    trpc.portal.setCadence.mutationOptions({
      ...inTurn,
      onMutate: ({ searchId, cadence }) => showSearch(searchId, { cadence }),
    }),
  )
  const setHours = useMutation(
    trpc.portal.setHours.mutationOptions({
      ...inTurn,
      onMutate: ({ timeZone, quiet }) => show((view) => ({ ...view, hours: { timeZone, quiet } })),
    }),
  )
  const setStopped = useMutation(
    trpc.alerts.stopEverything.mutationOptions({
      ...inTurn,
      onMutate: ({ stopped }) =>
        show((view) => ({
          ...view,
          stoppedAt: stopped ? new Date() : null,
          stoppedReason: stopped ? 'unsubscribed' : null,
        })),
    }),
  )

  return {
    view: data,
    stop: () => setStopped.mutate({ token, stopped: true }),
    startAgain: () => setStopped.mutate({ token, stopped: false }),
    pause: (searchId: string, name: string, paused: boolean) => {
      setPaused.mutate({ token, searchId, paused })
      if (!paused) return
      showUndo({
        message: `“${name}” is quiet for 30 days.`,
        onUndo: () => setPaused.mutate({ token, searchId, paused: false }),
      })
    },
    write: ({ id: searchId, name, cadence: before }: PreferredSearch, cadence: Cadence) => {
      setCadence.mutate({ token, searchId, cadence })
      showUndo({
        message: `“${name}” writes ${CADENCE_WHEN[cadence]}.`,
        onUndo: () => setCadence.mutate({ token, searchId, cadence: before }),
      })
    },
    keepQuiet: (hours: Hours) => {
      const before = data.hours
      setHours.mutate({ token, ...hours })
      showUndo({ message: `${hoursInWords(hours)}.`, onUndo: () => setHours.mutate({ token, ...before }) })
    },
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
