import type { Map as MapLibre } from 'maplibre-gl'
import { addAreas, showAreas, showPath } from './area-layers.ts'
import { cornerHandles } from './corner-handles.ts'
import { cornerAt, type Ring } from './rings.ts'
import type { Drawing } from './use-drawing.ts'

type Drawn = { rings: readonly Ring[]; drawing: Drawing }

/**
 * Lets areas be drawn on a map: a tap or Enter sets a corner, the corners are buttons. `latest` is read when something
 * happens, so that the map is made once and not with each corner.
 */
export function attachDrawing(map: MapLibre, latest: { readonly current: Drawn }, color: () => string) {
  const onMap = () => {
    const { rings, drawing } = latest.current
    return { rings, changing: drawing.changing, path: drawing.isDrawing ? drawing.corners : [] }
  }
  map.on('click', ({ lngLat, originalEvent }) => {
    // A corner's own button is no new corner.
    if (originalEvent.target === map.getCanvas()) latest.current.drawing.add(cornerAt(lngLat))
  })
  map.on('mousemove', ({ lngLat }) => {
    const { isDrawing, corners } = latest.current.drawing
    if (isDrawing) showPath(map, corners, cornerAt(lngLat))
  })
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key === 'Enter') latest.current.drawing.add(cornerAt(map.getCenter()))
  })
  map.on('style.load', () => addAreas(map, color(), onMap()))
  const handles = cornerHandles(map, {
    isDrawing: () => latest.current.drawing.isDrawing,
    onMove: (at, corner) => latest.current.drawing.move(at, corner),
    onDrop: (at) => latest.current.drawing.drop(at),
    onClose: () => latest.current.drawing.finish(),
  })
  handles.show(latest.current.drawing.corners)
  return {
    show() {
      showAreas(map, onMap())
      handles.show(latest.current.drawing.corners)
    },
    /** While drawing, a tap is a corner; from here the arrow keys move the map and Enter sets one. */
    arm(isDrawing: boolean) {
      map.getCanvas().style.cursor = isDrawing ? 'crosshair' : ''
      if (isDrawing) map.doubleClickZoom.disable()
      else map.doubleClickZoom.enable()
      if (isDrawing) map.getCanvas().focus({ preventScroll: true })
    },
    /** For whoever has no fine pointer. */
    addAtCross: () => latest.current.drawing.add(cornerAt(map.getCenter())),
  }
}
