'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Verdict } from '#server/domain/alerts/portal/portal.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import { VerdictButtons } from '../../../_portal/verdict-buttons.tsx'
import type { Reader } from '../_reader.ts'
import classes from './say-of-home.module.css'

type Props = { reader: Reader; of: string }

/** For who came from a mail or from their own page: three answers for the thumb, and the way to their homes. */
export function SayOfHome({ reader: { token, listingId, verdict: said }, of }: Props) {
  const [verdict, setVerdict] = useState(said)
  const say = useMutation(useTRPC().portal.setVerdict.mutationOptions())
  const tell = (next: Verdict | null, before: Verdict | null) => {
    setVerdict(next)
    say.mutate({ token, listingId, verdict: next, origin: 'home' }, { onError: () => setVerdict(before) })
  }
  return (
    <div className={classes.say}>
      <VerdictButtons
        of={of}
        verdict={verdict}
        onSay={(next) => {
          tell(next, verdict)
          if (next === 'Discard')
            showUndo({ message: 'You will not hear of this home again.', onUndo: () => tell(verdict, next) })
        }}
      />
      <a href={`/preferences/${token}`} className={classes.back}>
        All your homes
      </a>
    </div>
  )
}
