'use client'

import { Group, NumberInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'

type Props = {
  label: string
  min: number | undefined
  max: number | undefined
  step: number
  prefix?: string
  suffix?: string
  onChange: (min: number | undefined, max: number | undefined) => void
}

const toNumber = (value: number | string) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** From–to. Applies a moment after the last key, so that typing 600000 asks once. */
export function RangeFilter({ label, min, max, step, prefix = '', suffix = '', onChange }: Props) {
  const [from, setFrom] = useState(min)
  const [to, setTo] = useState(max)
  const apply = useDebouncedCallback(onChange, 350)
  const shared = {
    step,
    prefix,
    suffix,
    min: 0,
    max: 1_000_000_000,
    allowDecimal: false,
    thousandSeparator: ',',
    hideControls: true,
  }
  return (
    <Group grow wrap="nowrap" gap="sm">
      <NumberInput
        {...shared}
        label={`${label} from`}
        placeholder="Any"
        value={from ?? ''}
        onChange={(value) => {
          setFrom(toNumber(value))
          apply(toNumber(value), to)
        }}
      />
      <NumberInput
        {...shared}
        label="to"
        aria-label={`${label} to`}
        placeholder="Any"
        value={to ?? ''}
        onChange={(value) => {
          setTo(toNumber(value))
          apply(from, toNumber(value))
        }}
      />
    </Group>
  )
}
