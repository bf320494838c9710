import { type ComponentProps, useId } from 'react'
import classes from './text-field.module.css'

type Props = {
  label: string
  /** Under the label: what it may be. */
  description: string
  onChoose: (file: File | null) => void
} & Omit<ComponentProps<'input'>, 'type' | 'id' | 'onChange'>

/** A file, by the browser's own dialog; it can be dropped onto the field. */
export function FileField({ label, description, onChoose, ...input }: Props) {
  const id = useId()
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-about`} className={classes.about}>
        {description}
      </p>
      <span className={classes.line}>
        <input
          {...input}
          id={id}
          type="file"
          aria-describedby={`${id}-about`}
          onChange={({ currentTarget }) => onChoose(currentTarget.files?.[0] ?? null)}
        />
      </span>
    </div>
  )
}
