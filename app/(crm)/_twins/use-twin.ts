'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import type { TwinKind } from '#server/domain/legacy/twins/twins.words.ts'
import { useTRPC } from '../../_trpc/client.tsx'
import { showProblem } from '../../_ui/toast.tsx'

/** The token goes by a form: an address would keep it in histories and logs. */
function enter({ action, token }: { action: string; token: string }) {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action, hidden: true })
  const field = document.createElement('input')
  Object.assign(field, { type: 'hidden', name: 'token', value: token })
  form.append(field)
  document.body.append(form)
  form.submit()
}

/** The way to a record's twin in the old system; null while nobody knows of one. */
export function useTwin(kind: TwinKind, id: string) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.twins.of.queryOptions({ kind, id }))
  const open = useMutation(
    trpc.twins.enter.mutationOptions({ onSuccess: enter, onError: ({ message }) => showProblem(message) }),
  )
  return data ? { open: () => open.mutate({ kind, id }), isPending: open.isPending } : null
}
