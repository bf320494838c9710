'use client'

import { Input, Stack } from '@mantine/core'
import { NumberRange } from './number-range.tsx'
import { PriceBars } from './price-bars.tsx'
import type { AlertDraft } from './use-alert-draft.ts'

type Props = Pick<AlertDraft, 'ask' | 'problems' | 'priceless'> & { criteria: AlertDraft['draft']['criteria'] }

const ACRE = 43_560
const acres = (feet: number | undefined) => (feet === undefined ? null : `${Number((feet / ACRE).toFixed(2))}`)

function lotInAcres(min: number | undefined, max: number | undefined): string {
  const [low, high] = [acres(min), acres(max)]
  if (low && high) return `${low} to ${high} acres.`
  if (low) return `${low} acres or more.`
  return high ? `Up to ${high} acres.` : 'An acre has 43,560 square feet.'
}

/** What it costs and how large it is. */
export const PriceFields = ({ criteria, priceless, problems, ask }: Props) => (
  <Stack>
    <PriceBars criteria={criteria} priceless={priceless} />
    <NumberRange
      label="Price"
      prefix="$"
      step={25_000}
      min={criteria.listPriceMin}
      max={criteria.listPriceMax}
      minProblem={problems.listPriceMin}
      maxProblem={problems.listPriceMax}
      onChange={({ min, max }) => ask({ listPriceMin: min, listPriceMax: max })}
    />
    <NumberRange
      label="Square feet"
      step={100}
      min={criteria.livingAreaMin}
      max={criteria.livingAreaMax}
      minProblem={problems.livingAreaMin}
      maxProblem={problems.livingAreaMax}
      onChange={({ min, max }) => ask({ livingAreaMin: min, livingAreaMax: max })}
    />
    <div>
      <NumberRange
        label="Lot (sq ft)"
        step={1_000}
        min={criteria.lotSizeMin}
        max={criteria.lotSizeMax}
        minProblem={problems.lotSizeMin}
        maxProblem={problems.lotSizeMax}
        onChange={({ min, max }) => ask({ lotSizeMin: min, lotSizeMax: max })}
      />
      <Input.Description mt={6}>{lotInAcres(criteria.lotSizeMin, criteria.lotSizeMax)}</Input.Description>
    </div>
  </Stack>
)
