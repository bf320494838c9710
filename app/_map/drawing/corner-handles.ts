import { type Map as MapLibre, Marker } from 'maplibre-gl'
import classes from './drawing.module.css'
import { type Corner, cornerAt, type Ring } from './rings.ts'

type Hands = {
  isDrawing: () => boolean
  onMove: (at: number, corner: Corner) => void
  onDrop: (at: number) => void
  /** The first corner was chosen while drawing. */
  onClose: () => void
}

const STEP = 10
const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function makeHandle(map: MapLibre, at: number, corner: Corner, hands: Hands): Marker {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = classes.handle ?? ''
  const marker = new Marker({ element: button, draggable: true }).setLngLat(corner).addTo(map)
  marker.on('drag', () => hands.onMove(at, cornerAt(marker.getLngLat())))
  button.addEventListener('click', () => {
    if (at === 0 && hands.isDrawing()) hands.onClose()
  })
  button.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key]
    if (!arrow && event.key !== 'Delete' && event.key !== 'Backspace') return
    // The map would move away under the corner.
    event.preventDefault()
    event.stopPropagation()
    if (!arrow) return hands.onDrop(at)
    const step = event.shiftKey ? 1 : STEP
    const { x, y } = map.project(marker.getLngLat())
    hands.onMove(at, cornerAt(map.unproject([x + arrow[0] * step, y + arrow[1] * step])))
  })
  return marker
}

/** Buttons on the corners: dragged with a pointer, moved with the arrow keys, taken away with Delete. */
export function cornerHandles(map: MapLibre, hands: Hands) {
  const handles: Marker[] = []
  return {
    /** Moves the handles that are there rather than making new ones: the one in use keeps its focus. */
    show(ring: Ring) {
      for (const gone of handles.splice(ring.length)) gone.remove()
      for (const [at, corner] of ring.entries()) {
        const handle = handles[at]?.setLngLat(corner) ?? makeHandle(map, at, corner, hands)
        handles[at] = handle
        const closes = at === 0 && hands.isDrawing() && ring.length > 2
        handle.getElement().toggleAttribute('data-closes', closes)
        const words = closes ? 'press to close the area' : 'arrow keys move it, Delete takes it away'
        handle.getElement().setAttribute('aria-label', `Corner ${at + 1} of ${ring.length}: ${words}`)
      }
    },
  }
}
