'use client'

import { Input, SegmentedControl } from '@mantine/core'

type Props = {
  label: string
  options: readonly number[]
  value: number | undefined
  onChange: (value: number | undefined) => void
}

/** "Any, 1+, 2+, …" in one tap. */
export const AtLeastFilter = ({ label, options, value, onChange }: Props) => (
  <Input.Wrapper label={label} labelElement="div">
    <SegmentedControl
      fullWidth
      mt={4}
      aria-label={label}
      value={String(value ?? 0)}
      onChange={(chosen) => onChange(Number(chosen) || undefined)}
      data={[{ value: '0', label: 'Any' }, ...options.map((least) => ({ value: String(least), label: `${least}+` }))]}
    />
  </Input.Wrapper>
)
