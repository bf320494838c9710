'use client'

import { Checkbox, Stack } from '@mantine/core'

type Props<T extends string> = {
  label: string
  words: Partial<Record<T, string>>
  options: readonly T[]
  value: readonly T[]
  onChange: (value: T[]) => void
}

/** Any of a few words. */
export const ChoiceFilter = <T extends string>({ label, words, options, value, onChange }: Props<T>) => (
  <Checkbox.Group
    label={label}
    value={[...value]}
    onChange={(chosen) => onChange(options.filter((option) => chosen.includes(option)))}
  >
    <Stack gap={12} mt={8}>
      {options.map((option) => (
        <Checkbox key={option} value={option} label={words[option] ?? option} />
      ))}
    </Stack>
  </Checkbox.Group>
)
