'use client'

import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { clockInWords } from '#server/domain/alerts/rhythm/hours.words.ts'
import { TASK_KIND_WORDS } from '#server/domain/calendar/calendar.words.ts'
import { Action } from '../../../_ui/action.tsx'
import { dayName } from '../_days.words.ts'
import { readTaskLine } from '../_task-line.ts'
import classes from './task-composer.module.css'

type Props = {
  today: string
  label: string
  placeholder: string
  /** What stands in it at first. */
  line?: string
  submitLabel?: string
  inputRef?: RefObject<HTMLInputElement | null>
  onSubmit: (line: string) => void
  onCancel?: () => void
  /** It was asked for: one types at once. */
  takesFocus?: boolean
}

/** "Friday, 2 pm · Call · Important": what the line will be read as. */
function reading(line: string, today: string): string {
  const { kind, priority, due } = readTaskLine(line, today)
  const minutes = due?.minutes
  const when = due
    ? [dayName(due.on, today), minutes === null || minutes === undefined ? null : clockInWords(minutes)]
    : ['Some day']
  return [when.filter(Boolean).join(', '), TASK_KIND_WORDS[kind], priority === 'high' ? 'Important' : null]
    .filter(Boolean)
    .join(' · ')
}

/** A task in one line: what to do, then when. Enter adds it, and the next one can be typed. */
export function TaskComposer({ today, label, placeholder, line = '', submitLabel, inputRef, ...rest }: Props) {
  const { onSubmit, onCancel, takesFocus = false } = rest
  const [text, setText] = useState(line)
  const own = useRef<HTMLInputElement>(null)
  const input = inputRef ?? own
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus, input])
  const isEmpty = text.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty) return
    onSubmit(text)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    setText('')
    onCancel?.()
    if (event.target instanceof HTMLElement) event.target.blur()
  }
  return (
    <form className={classes.composer} onSubmit={submit}>
      <span className={classes.line}>
        <IconPlus size={18} stroke={1.75} aria-hidden />
        <input
          ref={input}
          aria-label={label}
          placeholder={placeholder}
          value={text}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="done"
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {!isEmpty && (
          <Action primary type="submit">
            {submitLabel ?? 'Add'}
          </Action>
        )}
      </span>
      <p className={classes.reading} aria-live="polite">
        {isEmpty ? '' : reading(text, today)}
      </p>
    </form>
  )
}
