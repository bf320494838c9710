'use client'

import { type FormEvent, useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import classes from './draft-banner.module.css'

type Props = { disabled: boolean; title: string | undefined; onPublish: (from: string | null) => void }

/** Into force at once, or from a time on: "2026-11-23T09:00" on the clock of the firm. */
export function PublishActions({ disabled, title, onPublish }: Props) {
  const [isLater, setLater] = useState(false)
  const [from, setFrom] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onPublish(from)
  }
  if (!isLater) {
    return (
      <>
        <Action primary disabled={disabled} title={title} onClick={() => onPublish(null)}>
          Publish it
        </Action>
        <Action disabled={disabled} title={title} onClick={() => setLater(true)}>
          From a later time
        </Action>
      </>
    )
  }
  return (
    <form className={classes.later} onSubmit={submit}>
      <TextField
        label="Takes effect"
        description="On the clock of the firm, Charleston"
        type="datetime-local"
        required
        value={from}
        onChange={setFrom}
      />
      <div className={classes.actions}>
        <Action primary type="submit" disabled={disabled || from === ''}>
          Publish it for then
        </Action>
        <Action onClick={() => setLater(false)}>Not later</Action>
      </div>
    </form>
  )
}
