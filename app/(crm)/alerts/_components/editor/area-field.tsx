'use client'

import { Button, Group, Input } from '@mantine/core'
import { IconPolygon } from '@tabler/icons-react'
import { useRef } from 'react'
import drawingClasses from '../../../../_map/drawing/drawing.module.css'
import { type Corner, LEAST_CORNERS, MOST_RINGS, type Ring } from '../../../../_map/drawing/rings.ts'
import { type Drawing, useDrawing } from '../../../../_map/drawing/use-drawing.ts'
import classes from './area-field.module.css'
import { AreaList } from './area-list.tsx'
import type { AreaMapHandle } from './area-map.tsx'
import { LazyAreaMap } from './lazy-area-map.tsx'

type Props = {
  rings: Ring[]
  /** Where to look at first. */
  around: Corner | undefined
  problem: string | undefined
  mapStyleUrl: string | undefined
  onChange: (rings: Ring[]) => void
}

function hintOf({ isDrawing, changing, corners, canFinish }: Drawing): string {
  if (changing !== null) return 'Drag a corner, or choose it and use the arrow keys. Delete takes it away.'
  if (!isDrawing) return 'Homes in any of these areas fit.'
  if (corners.length === 0) return 'Tap the map where the first corner is.'
  if (!canFinish) return `${corners.length} of at least ${LEAST_CORNERS} corners. Tap the next one.`
  return `${corners.length} corners. Tap the first one again, or Finish.`
}

/** Areas drawn on the map, corner by corner. */
export function AreaField({ rings, around, problem, mapStyleUrl, onChange }: Props) {
  const drawing = useDrawing(rings, onChange)
  const map = useRef<AreaMapHandle>(null)
  const { isDrawing, changing, corners, canFinish } = drawing
  const begin = (
    <Button
      variant="default"
      leftSection={<IconPolygon size={16} aria-hidden />}
      style={{ alignSelf: 'flex-start' }}
      onClick={drawing.start}
    >
      {rings.length === 0 ? 'Draw an area on the map' : 'Draw another area'}
    </Button>
  )
  if (rings.length === 0 && !isDrawing) return begin
  return (
    <fieldset className={classes.field}>
      <legend className={classes.legend}>Drawn areas</legend>
      <div className={`${classes.map} ${drawingClasses.cross}`} data-drawing={isDrawing || undefined}>
        <LazyAreaMap rings={rings} around={around} drawing={drawing} styleUrl={mapStyleUrl} handle={map} />
      </div>
      <Input.Description mt={8} aria-live="polite">
        {hintOf(drawing)}
      </Input.Description>
      {problem && <Input.Error mt={4}>{problem}</Input.Error>}
      <AreaList rings={rings} changing={changing} onPick={drawing.changeCorners} onRemove={drawing.remove} />
      <Group gap={8} mt={12}>
        {isDrawing && (
          <>
            <Button disabled={!canFinish} onClick={drawing.finish}>
              Finish
            </Button>
            <Button variant="default" onClick={() => map.current?.addAtCross()}>
              Add a corner at the cross
            </Button>
            <Button variant="default" disabled={corners.length === 0} onClick={() => drawing.drop(corners.length - 1)}>
              Undo last corner
            </Button>
            <Button variant="subtle" onClick={drawing.stop}>
              Cancel
            </Button>
          </>
        )}
        {changing !== null && <Button onClick={drawing.stop}>Done</Button>}
        {!isDrawing && rings.length < MOST_RINGS && begin}
        {!isDrawing && rings.length > 1 && (
          <Button
            variant="subtle"
            onClick={() => {
              drawing.stop()
              onChange([])
            }}
          >
            Clear all
          </Button>
        )}
      </Group>
    </fieldset>
  )
}
