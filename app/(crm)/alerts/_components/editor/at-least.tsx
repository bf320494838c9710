'use client'

import { Input, SegmentedControl } from '@mantine/core'

type Props = {
  label: string
  options: readonly number[]
  value: number | undefined
  onChange: (value: number | undefined) => void
}

/** "Any, 1+, 2+, …" in one tap. A number that is not among them, from another system, is offered too. */
export function AtLeast({ label, options, value, onChange }: Props) {
  const all = value && !options.includes(value) ? [...options, value].sort((a, b) => a - b) : options
  return (
    <Input.Wrapper label={label} labelElement="div">
      <SegmentedControl
        fullWidth
        mt={4}
        aria-label={label}
        value={String(value ?? 0)}
        onChange={(chosen) => onChange(Number(chosen) || undefined)}
        data={[{ value: '0', label: 'Any' }, ...all.map((least) => ({ value: String(least), label: `${least}+` }))]}
      />
    </Input.Wrapper>
  )
}
