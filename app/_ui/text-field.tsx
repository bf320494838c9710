import { type ComponentProps, type ReactNode, useId } from 'react'
import classes from './text-field.module.css'

type Props = {
  label: string
  /** Under the label: what it is for. */
  description?: string
  problem?: string | null | undefined
  /** Without them the form holds what is typed. */
  value?: string
  onChange?: (value: string) => void
  /** At the end of the line. */
  end?: ReactNode
} & Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'id'>

/** A line of text with its label; as light as the page it stands on. */
export function TextField({ label, description, problem, onChange, end, ...input }: Props) {
  const id = useId()
  const about = [description && `${id}-about`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {description && (
        <p id={`${id}-about`} className={classes.about}>
          {description}
        </p>
      )}
      <span className={classes.line}>
        <input
          {...input}
          id={id}
          aria-describedby={about || undefined}
          aria-invalid={problem ? true : undefined}
          onChange={({ currentTarget }) => onChange?.(currentTarget.value)}
        />
        {end}
      </span>
      {problem && (
        <p id={`${id}-problem`} className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
