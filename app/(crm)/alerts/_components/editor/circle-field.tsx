'use client'

import { Button, CloseButton, Group, Input, NumberInput, Select } from '@mantine/core'
import { IconMapPinPlus } from '@tabler/icons-react'
import { towns } from '../../../../_map/towns.ts'
import type { CriteriaDraft } from '../../_draft.ts'
import classes from './circle-field.module.css'
import { LazyCircleMap } from './lazy-circle-map.tsx'

type Circle = NonNullable<CriteriaDraft['radius']>
type Props = {
  circle: Circle | undefined
  problem: string | undefined
  mapStyleUrl: string | undefined
  onChange: (circle: Circle | undefined) => void
}

const START = { latitude: 32.7865, longitude: -79.9411, miles: 5 }
const NAMES = towns.map(({ name }) => name).sort()
const townAt = ({ latitude, longitude }: Circle) =>
  towns.find(({ at: [lng, lat] }) => lat === latitude && lng === longitude)?.name ?? null

/** So many miles around a town or around a point that is tapped on the map. */
export function CircleField({ circle, problem, mapStyleUrl, onChange }: Props) {
  if (!circle) {
    return (
      <Button
        variant="default"
        leftSection={<IconMapPinPlus size={16} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange(START)}
      >
        Add a circle on the map
      </Button>
    )
  }
  const around = (name: string | null) => {
    const town = towns.find((each) => each.name === name)
    if (town) onChange({ ...circle, latitude: town.at[1], longitude: town.at[0] })
  }
  return (
    <fieldset className={classes.circle}>
      <legend className={classes.legend}>Circle</legend>
      <CloseButton className={classes.remove} aria-label="Remove the circle" onClick={() => onChange(undefined)} />
      <Group grow wrap="nowrap" align="flex-start" mb={12}>
        <NumberInput
          label="Miles"
          value={circle.miles}
          min={0.1}
          max={100}
          step={1}
          decimalScale={1}
          error={problem}
          onChange={(miles) => onChange({ ...circle, miles: typeof miles === 'number' ? miles : 0 })}
        />
        <Select
          label="Around"
          placeholder="A point on the map"
          searchable
          data={NAMES}
          value={townAt(circle)}
          onChange={around}
          nothingFoundMessage="Tap the place on the map instead."
        />
      </Group>
      <div className={classes.map}>
        <LazyCircleMap circle={circle} styleUrl={mapStyleUrl} onPick={(point) => onChange({ ...circle, ...point })} />
      </div>
      <Input.Description mt={6}>Tap the map to move the middle of the circle.</Input.Description>
    </fieldset>
  )
}
