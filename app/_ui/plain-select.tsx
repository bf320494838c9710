import { IconSelector } from '@tabler/icons-react'
import { useId } from 'react'
import classes from './plain-field.module.css'

type Props<T extends string> = {
  label: string
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
  /** In a form its name stands above it, as with the other fields. */
  isLabelShown?: boolean
}

/** One of a few, by the browser's own list. */
export function PlainSelect<T extends string>({ label, options, value, onChange, isLabelShown = false }: Props<T>) {
  const id = useId()
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen)
    if (option) onChange(option.value)
  }
  const field = (
    <span className={classes.select}>
      <select
        id={id}
        {...(isLabelShown ? {} : { 'aria-label': label })}
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <IconSelector size={16} aria-hidden />
    </span>
  )
  if (!isLabelShown) return field
  return (
    <div className={classes.labelled}>
      <label htmlFor={id}>{label}</label>
      {field}
    </div>
  )
}
