'use client'

import { Checkbox } from '@mantine/core'
import classes from './choices.module.css'

type Props<T extends string> = {
  label: string
  options: readonly { value: T; label: string }[]
  value: readonly T[]
  problem?: string | undefined
  /** For many of them: they stand one under another. */
  inColumns?: boolean
  onChange: (value: T[]) => void
}

/** Any of a few words, side by side. */
export const Choices = <T extends string>({ label, options, value, problem, inColumns, onChange }: Props<T>) => (
  <Checkbox.Group
    label={label}
    error={problem}
    value={[...value]}
    onChange={(chosen) => onChange(options.map((option) => option.value).filter((each) => chosen.includes(each)))}
  >
    <div className={classes.choices} data-columns={inColumns || undefined}>
      {options.map((option) => (
        <Checkbox key={option.value} value={option.value} label={option.label} />
      ))}
    </div>
  </Checkbox.Group>
)
