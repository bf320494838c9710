import { Button } from '@mantine/core'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import classes from './form.module.css'
import { Problem } from './problem.tsx'

type Props = {
  /** What was wrong with it as a whole; what is wrong with a field stands beside the field. */
  problem: string | null
  saveWords?: string
  busy: boolean
  onSave: (form: FormData) => void
  onCancel?: () => void
  children: ReactNode
}

function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/** A form of a dialog or a drawer: what went wrong, its fields, and how to end it. Ctrl-Enter saves from every field. */
export const DialogForm = ({ problem, saveWords = 'Save', busy, onSave, onCancel, children }: Props) => (
  <form
    className={classes.form}
    method="post"
    onKeyDown={onKeyDown}
    onSubmit={(event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      if (!busy) onSave(new FormData(event.currentTarget))
    }}
  >
    <Problem>{problem}</Problem>
    {children}
    <div className={classes.foot}>
      <Button type="submit" loading={busy}>
        {saveWords}
      </Button>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  </form>
)
