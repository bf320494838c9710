'use client'

import { LEAST_CORNERS, type Ring, ringInWords } from '../../../../_map/drawing/rings.ts'
import type { Drawing } from '../../../../_map/drawing/use-drawing.ts'
import { Action } from '../../../../_ui/action.tsx'
import classes from './map-panel.module.css'

type Props = { drawing: Drawing; rings: readonly Ring[]; onCross: () => void }

function hintOf({ changing, corners, canFinish }: Drawing, rings: readonly Ring[]): string {
  const ring = changing === null ? undefined : rings[changing]
  if (ring) return `${ringInWords(ring)}. Drag a corner to change it.`
  if (corners.length === 0) return 'Tap the map where the first corner is.'
  if (!canFinish) return `${corners.length} of at least ${LEAST_CORNERS} corners. Tap the next one.`
  return `${corners.length} corners. Tap the first one again, or Finish.`
}

/** What to do while an area is drawn or changed: with a pointer, with a thumb, or with the keys. */
export function DrawBar({ drawing, rings, onCross }: Props) {
  const { isDrawing, changing, corners, canFinish } = drawing
  return (
    <fieldset className={classes.draw} aria-label="Drawing an area">
      <p aria-live="polite">{hintOf(drawing, rings)}</p>
      <div className={classes.drawActions}>
        {isDrawing ? (
          <>
            <Action primary disabled={!canFinish} onClick={drawing.finish}>
              Finish
            </Action>
            <Action onClick={onCross}>Corner at the cross</Action>
            <Action disabled={corners.length === 0} onClick={() => drawing.drop(corners.length - 1)}>
              Undo
            </Action>
            <Action onClick={drawing.stop}>Cancel</Action>
          </>
        ) : (
          <>
            <Action primary onClick={drawing.stop}>
              Done
            </Action>
            <Action onClick={drawing.start}>Draw another</Action>
            <Action onClick={() => drawing.remove(changing ?? 0)}>Remove</Action>
          </>
        )}
      </div>
    </fieldset>
  )
}
