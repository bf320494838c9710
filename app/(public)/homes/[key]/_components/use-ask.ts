import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { momentOf } from '#server/domain/leads/times.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'

export type AskKind = 'Question' | 'Showing'

/** What a visitor types; times as the form has them, on the clock of the home. */
export type Question = {
  kind: AskKind
  fullName: string
  email: string
  phone: string
  message: string
  times: readonly string[]
  wantsAlerts: boolean
  website: string
}

const BLANK = { fullName: '', email: '', phone: '', message: '', times: [''], wantsAlerts: false, website: '' }

/** The form of one question: pressed twice, or sent again after a broken line, it is one question. */
export function useAsk(listingKey: string, kind: AskKind) {
  const [question, setQuestion] = useState<Question>({ kind, ...BLANK })
  const [request] = useState(() => ({ requestKey: crypto.randomUUID(), openedAt: Date.now() }))
  const ask = useMutation(useTRPC().leads.ask.mutationOptions({ meta: { quiet: true } }))
  const isOnItsWay = useRef(false)
  const send = () => {
    if (isOnItsWay.current) return
    isOnItsWay.current = true
    const { times, ...words } = question
    const proposedTimes = question.kind === 'Showing' ? times.flatMap((time) => momentOf(time) ?? []) : []
    const { requestKey, openedAt } = request
    ask.mutate(
      { ...words, listingKey, requestKey, proposedTimes, openForMs: Date.now() - openedAt },
      {
        onSettled: () => {
          isOnItsWay.current = false
        },
      },
    )
  }
  return {
    question,
    change: (part: Partial<Question>) => setQuestion((old) => ({ ...old, ...part })),
    send,
    isSending: ask.isPending,
    isSent: ask.isSuccess,
    problemOf: (field: string) => wordsAbout(field, ask.error) ?? undefined,
    problem: wordsOf(ask.error),
  }
}
