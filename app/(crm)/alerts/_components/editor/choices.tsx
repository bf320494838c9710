'use client'

import { Checkbox, Group } from '@mantine/core'

type Props<T extends string> = {
  label: string
  options: readonly { value: T; label: string }[]
  value: readonly T[]
  problem?: string | undefined
  onChange: (value: T[]) => void
}

/** Any of a few words, side by side. */
export const Choices = <T extends string>({ label, options, value, problem, onChange }: Props<T>) => (
  <Checkbox.Group
    label={label}
    error={problem}
    value={[...value]}
    onChange={(chosen) => onChange(options.map((option) => option.value).filter((each) => chosen.includes(each)))}
  >
    <Group gap="8px 20px" my={8}>
      {options.map((option) => (
        <Checkbox key={option.value} value={option.value} label={option.label} />
      ))}
    </Group>
  </Checkbox.Group>
)
