'use client'

import { type FormEvent, useId } from 'react'
import { LIKE_THIS_CONSENT } from '#server/domain/alerts/consent/consent.words.ts'
import { Action } from '../../../../_ui/action.tsx'
import { Note } from '../../../../_ui/note.tsx'
import { Segments } from '../../../../_ui/segments.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import classes from './ask-dialog.module.css'
import { ProposedTimes } from './proposed-times.tsx'
import type { AskKind, useAsk } from './use-ask.ts'

const KINDS: readonly { value: AskKind; label: string }[] = [
  { value: 'Question', label: 'Ask a question' },
  { value: 'Showing', label: 'See it in person' },
]

type Props = { ask: ReturnType<typeof useAsk>; agent: string | null }

/** Name, address, words. What is wrong stands beside its field; nothing that was typed is ever lost. */
export function AskForm({ ask, agent }: Props) {
  const { question, change, problemOf } = ask
  const wordsId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.send()
  }
  const text = (key: 'fullName' | 'email' | 'phone') => ({
    value: question[key],
    problem: problemOf(key),
    onChange: (value: string) => change({ [key]: value }),
  })
  return (
    <form className={classes.form} method="post" onSubmit={submit}>
      <Segments
        label="What would you like?"
        options={KINDS}
        value={question.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextField label="Your name" autoComplete="name" required maxLength={120} {...text('fullName')} />
      <div className={classes.pair}>
        <TextField label="E-mail" type="email" autoComplete="email" required {...text('email')} />
        <TextField label="Telephone, if you like" type="tel" autoComplete="tel" {...text('phone')} />
      </div>
      {question.kind === 'Showing' && (
        <ProposedTimes
          times={question.times}
          problem={problemOf('proposedTimes')}
          onChange={(times) => change({ times })}
        />
      )}
      <div className={classes.words}>
        <label htmlFor={wordsId}>
          {question.kind === 'Showing' ? 'Anything we should know?' : 'What would you like to know?'}
        </label>
        <textarea
          id={wordsId}
          rows={4}
          maxLength={2_000}
          required={question.kind === 'Question'}
          value={question.message}
          aria-invalid={problemOf('message') ? true : undefined}
          aria-describedby={problemOf('message') ? `${wordsId}-problem` : undefined}
          onChange={({ currentTarget }) => change({ message: currentTarget.value })}
        />
        {problemOf('message') && (
          <p id={`${wordsId}-problem`} className={classes.problem}>
            {problemOf('message')}
          </p>
        )}
      </div>
      <label className={classes.trap} aria-hidden>
        Leave this empty
        <input
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={question.website}
          onChange={({ currentTarget }) => change({ website: currentTarget.value })}
        />
      </label>
      <label className={classes.tick}>
        <input
          type="checkbox"
          checked={question.wantsAlerts}
          onChange={({ currentTarget }) => change({ wantsAlerts: currentTarget.checked })}
        />
        <span>{LIKE_THIS_CONSENT}</span>
      </label>
      {ask.problem && (
        <Note tone="bad" title="It was not sent">
          {ask.problem} Nothing you typed is lost.
        </Note>
      )}
      <Action type="submit" primary wide disabled={ask.isSending} className={classes.send}>
        {ask.isSending ? 'Sending…' : `Send it to ${agent ?? 'us'}`}
      </Action>
      <p className={classes.small}>We use your address to answer you, and for nothing else unless you ticked it.</p>
    </form>
  )
}
