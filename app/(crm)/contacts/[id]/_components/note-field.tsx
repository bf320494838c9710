'use client'

import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import { Kbd } from '../../../../_ui/kbd.tsx'
import classes from './note-field.module.css'

type Props = {
  label: string
  placeholder?: string
  text?: string
  inputRef?: RefObject<HTMLTextAreaElement | null>
  onSave: (text: string) => void
  /** There is a way back; without one the field stays where it is. */
  onCancel?: () => void
}

/** A text that grows with what is written into it. Ctrl-Enter saves, Escape lets it go. */
export function NoteField({ label, placeholder, text = '', inputRef, onSave, onCancel }: Props) {
  const [written, setWritten] = useState(text)
  const own = useRef<HTMLTextAreaElement>(null)
  const input = inputRef ?? own
  const isEditing = onCancel !== undefined
  useEffect(() => {
    if (!isEditing) return
    const field = input.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [isEditing, input])
  const isEmpty = written.trim() === ''
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (isEmpty) return
    onSave(written.trim())
    setWritten('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      save()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      onCancel?.()
      input.current?.blur()
    }
  }
  return (
    <form className={classes.form} onSubmit={save}>
      <textarea
        ref={input}
        className={classes.text}
        aria-label={label}
        placeholder={placeholder}
        rows={2}
        maxLength={20_000}
        value={written}
        onChange={({ currentTarget }) => setWritten(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {(!isEmpty || isEditing) && (
        <div className={classes.foot}>
          <Action primary type="submit" disabled={isEmpty}>
            Save note
          </Action>
          {onCancel && <Action onClick={onCancel}>Cancel</Action>}
          <span className={classes.keys}>
            <Kbd keys="mod+enter" /> saves
          </span>
        </div>
      )}
    </form>
  )
}
