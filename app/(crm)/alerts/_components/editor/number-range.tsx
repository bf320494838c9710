'use client'

import { Group, NumberInput } from '@mantine/core'

type Props = {
  label: string
  min: number | undefined
  max: number | undefined
  step: number
  prefix?: string
  suffix?: string
  /** 2005, not 2,005. */
  isYear?: boolean
  minProblem?: string | undefined
  maxProblem?: string | undefined
  onChange: (range: { min: number | undefined; max: number | undefined }) => void
}

const toNumber = (value: number | string) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** From–to in whole numbers; what is wrong stands under the field that has to change. */
export function NumberRange({ label, min, max, minProblem, maxProblem, isYear, onChange, ...look }: Props) {
  const shared = {
    ...look,
    ...{ min: 0, max: 1_000_000_000, allowDecimal: false, hideControls: true },
    thousandSeparator: isYear ? '' : ',',
    placeholder: 'Any',
  }
  return (
    <Group grow wrap="nowrap" gap="sm" align="flex-start">
      <NumberInput
        {...shared}
        label={`${label} from`}
        value={min ?? ''}
        error={minProblem}
        onChange={(value) => onChange({ min: toNumber(value), max })}
      />
      <NumberInput
        {...shared}
        label={`${label} to`}
        value={max ?? ''}
        error={maxProblem}
        onChange={(value) => onChange({ min, max: toNumber(value) })}
      />
    </Group>
  )
}
