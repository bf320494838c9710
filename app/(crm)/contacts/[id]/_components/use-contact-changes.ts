'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import { type ContactDetail, contactById } from '../../_queries.ts'
import { STAGES } from '../../_stages.words.ts'

/** Moves a contact to another stage or takes them away: shown at once, with the way back in the toast. */
export function useContactChanges({ id, fullName, stage }: Pick<ContactDetail, 'id' | 'fullName' | 'stage'>) {
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries(trpc.contacts.pathFilter())

  const setStage = useMutation(
    trpc.contacts.setStage.mutationOptions({
      onMutate: (next) => {
        queryClient.setQueryData(contactById(trpc, id).queryKey, (old) => old && { ...old, stage: next.stage })
      },
      onSettled,
    }),
  )
  const restore = useMutation(trpc.contacts.restore.mutationOptions({ onSettled }))
  const remove = useMutation(
    trpc.contacts.remove.mutationOptions({
      onSuccess: () => {
        router.push('/contacts')
        void queryClient.invalidateQueries(trpc.contacts.list.pathFilter())
        showUndo({
          message: `${fullName} is removed, and gets no more mails.`,
          onUndo: () => restore.mutate({ contactId: id }, { onSuccess: () => router.push(`/contacts/${id}`) }),
        })
      },
    }),
  )
  return {
    setStage: (next: ContactDetail['stage']) => {
      setStage.mutate({ contactId: id, stage: next })
      showUndo({
        message: `${fullName}: ${STAGES[next].label}.`,
        onUndo: () => setStage.mutate({ contactId: id, stage }),
      })
    },
    remove: () => remove.mutate({ contactId: id }),
  }
}
