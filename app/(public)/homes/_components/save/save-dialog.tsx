'use client'

import { IconMailCheck, IconMailHeart, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { SIGN_UP_CONSENT } from '#server/domain/alerts/consent/consent.words.ts'
import { summariseCriteria, summariseEvents } from '#server/domain/alerts/searches.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { Action } from '../../../../_ui/action.tsx'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import { Note } from '../../../../_ui/note.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import type { Search } from '../../_search.ts'
import dialogClasses from '../../[key]/_components/ask-dialog.module.css'
import { criteriaOf } from './criteria-of.ts'
import classes from './save-search.module.css'

/** Who, what will be sent, and what that means. Nothing is sent before the address has said yes in a mail. */
export function SaveDialog({ search, onClose }: { search: Search; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [who, setWho] = useState({ fullName: '', email: '' })
  const save = useMutation(useTRPC().signups.saveSearch.mutationOptions({ meta: { quiet: true } }))
  const criteria = criteriaOf(search)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate({ ...who, criteria, consentText: SIGN_UP_CONSENT })
  }
  const field = (key: 'fullName' | 'email') => ({
    value: who[key],
    problem: wordsAbout(key, save.error) ?? undefined,
    onChange: (value: string) => setWho({ ...who, [key]: value }),
  })
  const problem = wordsOf(save.error)
  const close = () => dialog.current?.close()
  return (
    <dialog ref={dialog} className={dialogClasses.dialog} aria-labelledby="save-title" onClose={onClose}>
      <header className={dialogClasses.head}>
        <h2 id="save-title">{save.isSuccess ? 'One tap is left' : 'Hear of new homes like these'}</h2>
        <IconAction icon={IconX} aria-label="Close" onClick={close} />
      </header>
      {save.isSuccess ? (
        <div className={dialogClasses.done} role="status">
          <IconMailCheck size={40} stroke={1.5} aria-hidden />
          <p>
            A mail to <strong>{who.email}</strong> asks whether you want this. Tap the button in it, and homes begin to
            come. It takes a minute or two; if you asked a moment ago, the first mail counts.
          </p>
          <div className={dialogClasses.foot}>
            <Action primary onClick={close}>
              Back to the homes
            </Action>
          </div>
        </div>
      ) : (
        <form className={dialogClasses.form} method="post" onSubmit={submit}>
          <div className={classes.sentence}>
            <IconMailHeart size={22} stroke={1.6} aria-hidden />
            <p>
              <strong>{summariseCriteria(criteria)}.</strong> {summariseEvents(criteria)}, you hear of it within 15
              minutes.
            </p>
          </div>
          <TextField label="Your e-mail address" type="email" autoComplete="email" required {...field('email')} />
          <TextField label="Your name" autoComplete="name" required maxLength={120} {...field('fullName')} />
          {problem && (
            <Note tone="bad" title="It was not saved">
              {problem} Nothing you typed is lost.
            </Note>
          )}
          <Action type="submit" primary wide disabled={save.isPending} className={dialogClasses.send}>
            {save.isPending ? 'Saving…' : 'Save this search'}
          </Action>
          <p className={dialogClasses.small}>{SIGN_UP_CONSENT}</p>
        </form>
      )}
    </dialog>
  )
}
