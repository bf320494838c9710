import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { Problem } from './problem.tsx'
import classes from './settings.module.css'

type Props = {
  /** What was wrong with it as a whole; what is wrong with a field stands beside the field. */
  problem: string | null
  saveWords?: string
  busy: boolean
  onSave: (form: FormData) => void
  onCancel?: () => void
  children: ReactNode
}

/** A form of a dialog or a drawer: what went wrong, its fields, and how to end it. */
export const SettingsForm = ({ problem, saveWords = 'Save', busy, onSave, onCancel, children }: Props) => (
  <form
    className={classes.form}
    method="post"
    onSubmit={(event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      onSave(new FormData(event.currentTarget))
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
