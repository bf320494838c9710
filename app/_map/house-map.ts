import { LngLatBounds, Map as MapLibre, type MapOptions, NavigationControl, setWorkerUrl } from 'maplibre-gl'

/** Where a map looks that has nothing to show. */
export const COAST: [number, number, number, number] = [-80.35, 32.55, -79.65, 33.1]

/** What a map looks at. A box that somebody chose is kept as it is; homes get room around them. */
export type View = { bounds: LngLatBounds; isChosen: boolean }
export const roomFor = ({ isChosen }: View) => (isChosen ? { padding: 0 } : { padding: 56, maxZoom: 11.5 })

export type MapBox = { south: number; west: number; north: number; east: number }

setWorkerUrl('/map/worker.js')

export const pageFont = () =>
  getComputedStyle(document.documentElement).getPropertyValue('--font-inter').split(',')[0] ?? 'sans-serif'

export const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** The box, or else all places, or else the coast. */
export function viewOf(box: MapBox | undefined, places: readonly { latitude: number; longitude: number }[]): View {
  if (box) return { bounds: new LngLatBounds([box.west, box.south, box.east, box.north]), isChosen: true }
  const all = new LngLatBounds()
  for (const { longitude, latitude } of places) all.extend([longitude, latitude])
  return { bounds: all.isEmpty() ? new LngLatBounds(COAST) : all, isChosen: false }
}

export function boxOfMap(map: MapLibre): MapBox {
  const bounds = map.getBounds()
  return { south: bounds.getSouth(), west: bounds.getWest(), north: bounds.getNorth(), east: bounds.getEast() }
}

type Options = {
  container: HTMLElement
  view: View
  styleUrl: string | undefined
  /** A map inside a page lets the page scroll; only one that is searched on takes the wheel and the single finger. */
  isSearchedOn: boolean
}

function tryToMake(options: MapOptions): MapLibre | null {
  try {
    return new MapLibre(options)
  } catch {
    // It throws where there is no WebGL, and took the page with it.
    return null
  }
}

/** An empty map of the house; its style is set apart. Null where the browser has no WebGL. */
export function makeHouseMap({ container, view, styleUrl, isSearchedOn }: Options): MapLibre | null {
  const options = {
    ...{ container, bounds: view.bounds, fitBoundsOptions: roomFor(view), minZoom: 6.5, maxZoom: 17 },
    style: { version: 8 as const, sources: {}, layers: [] },
    // Tiles from elsewhere say whose they are; the house's own map is nobody's.
    attributionControl: styleUrl ? { compact: true } : (false as const),
    ...{ dragRotate: false, pitchWithRotate: false, fadeDuration: 0, trackResize: false },
    cooperativeGestures: !isSearchedOn,
  }
  const made = tryToMake(options)
  if (!made) return null
  made.touchZoomRotate.disableRotation()
  made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  return made
}

/** The place may have had no size when the map was made (hidden while the page loaded): measures it again, then looks anew. */
export function keepSize(map: MapLibre, look: () => View): () => void {
  let measured = false
  const sizes = new ResizeObserver(() => {
    map.resize()
    if (measured) return
    measured = true
    lookAt(map, look())
  })
  sizes.observe(map.getContainer())
  return () => sizes.disconnect()
}

export const lookAt = (map: MapLibre, view: View) => map.fitBounds(view.bounds, { ...roomFor(view), duration: 0 })

export const NO_WEBGL = 'This browser cannot draw the map. Everything on it is in the list, too.'
