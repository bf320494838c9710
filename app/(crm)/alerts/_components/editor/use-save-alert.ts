'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgentStatement } from '#server/domain/alerts/consent/consent.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { errorCode } from '../../../../_trpc/query-client.tsx'
import type { Draft } from '../../_draft.ts'
import { type AlertDetail, alertById } from '../../_queries.ts'

type Order = Pick<Draft, 'rhythm' | 'audience' | 'firstSend' | 'basedOnVersion'> & {
  name: string
  contactId: string
  criteria: AlertDetail['criteria']
  /** Why a new one is wanted; what is there already keeps its own. */
  statement: AgentStatement
}

/** Saves a new alert or the next version of one. Somebody else's change in between is fetched, never overwritten. */
export function useSaveAlert(searchId: string | null, onSaved: (id: string, firstHomes: number | null) => void) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [theirs, setTheirs] = useState<AlertDetail | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const settle = {
    onSuccess: async ({ id, firstHomes }: { id: string; firstHomes: number | null }) => {
      setTheirs(null)
      await queryClient.invalidateQueries(trpc.alerts.pathFilter())
      onSaved(id, firstHomes)
    },
    onError: async (error: unknown) => {
      if (errorCode(error) === 'CONFLICT' && searchId) {
        setTheirs(await queryClient.fetchQuery({ ...alertById(trpc, searchId), staleTime: 0 }))
        return
      }
      setProblem(error instanceof Error ? error.message : 'It was not saved. Try again.')
    },
  }
  const create = useMutation(trpc.alerts.create.mutationOptions(settle))
  const revise = useMutation(trpc.alerts.revise.mutationOptions(settle))

  return {
    theirs,
    problem,
    isSaving: create.isPending || revise.isPending,
    forgetTheirs: () => setTheirs(null),
    save: ({ contactId, statement, ...order }: Order) => {
      setProblem(null)
      const { basedOnVersion, ...fresh } = order
      if (searchId) revise.mutate({ searchId, basedOnVersion, ...fresh })
      else create.mutate({ contactId, statement, ...fresh })
    },
  }
}
