'use client'

import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import classes from './ask-dialog.module.css'
import { AskForm } from './ask-form.tsx'
import { Asked } from './asked.tsx'
import { type AskKind, useAsk } from './use-ask.ts'

type Props = {
  listingKey: string
  home: string
  agent: string | null
  phone: string | null
  kind: AskKind
  onClose: () => void
}

/** The browser's own dialog: it holds the focus, closes with Escape, and on a phone it is a sheet from below. */
export function AskDialog({ listingKey, home, agent, phone, kind, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const ask = useAsk(listingKey, kind)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby="ask-title" onClose={onClose}>
      <header className={classes.head}>
        <h2 id="ask-title">{ask.isSent ? 'It is on its way' : `Ask ${agent ?? 'us'} about ${home}`}</h2>
        <IconAction icon={IconX} aria-label="Close" onClick={() => dialog.current?.close()} />
      </header>
      {ask.isSent ? (
        <Asked agent={agent} phone={phone} email={ask.question.email} onClose={() => dialog.current?.close()} />
      ) : (
        <AskForm ask={ask} agent={agent} />
      )}
    </dialog>
  )
}
