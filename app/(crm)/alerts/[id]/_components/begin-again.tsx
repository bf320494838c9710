'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { homesInWords } from '#server/domain/alerts/first-send/first-send.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Note } from '../../../../_ui/note.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import { useFirstSend } from '../../_components/editor/use-first-send.ts'
import type { AlertDetail } from '../../_queries.ts'
import { savedInWords } from '../../_saved.words.ts'

const FirstSendDialog = dynamic(
  () => import('../../_components/editor/first-send-dialog.tsx').then((part) => part.FirstSendDialog),
  { ssr: false },
)

type Props = { alert: AlertDetail; onDone: () => void }

/** An alert that was off may begin again with what fits by now; the switch above starts it silent. */
export function BeginAgain({ alert: { id, contact, recipients, criteria, conciergeYN }, onDone }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const { homes, refusal, nextRunAt } = useFirstSend(criteria, id)
  const begin = useMutation(
    trpc.firstSend.reactivate.mutationOptions({
      onSuccess: async ({ homes: sent }) => {
        await queryClient.invalidateQueries(trpc.alerts.pathFilter())
        showDone(savedInWords('The alert is on again.', sent))
        onDone()
      },
      onSettled: () => setAsking(false),
    }),
  )
  const reactivate = () => begin.mutate({ searchId: id })
  return (
    <Note title="This alert is off">
      <p>
        The switch starts it silent: only what changes from now on is told.
        {begin.error ? ` ${begin.error.message}` : refusal ? ` ${refusal}` : ''}
      </p>
      {homes !== undefined && homes > 0 && !refusal && (
        <Action disabled={begin.isPending} onClick={() => setAsking(true)}>
          Switch on and send {homesInWords(homes)}
        </Action>
      )}
      {isAsking && (
        <FirstSendDialog
          homes={homes ?? 0}
          to={[contact.fullName, ...recipients.flatMap(({ name, leftAt }) => (leftAt ? [] : [name]))]}
          nextRunAt={nextRunAt ?? null}
          isWaitingForWord={conciergeYN}
          onSend={reactivate}
          onClose={() => setAsking(false)}
        />
      )}
    </Note>
  )
}
