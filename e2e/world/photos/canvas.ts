import { createRandom, type Random } from '#world/random.ts'

export const WIDTH = 1200
export const HEIGHT = 800

type Stop = [offset: number, color: string, opacity?: number]
type Direction = { x1?: number; y1?: number; x2?: number; y2?: number }
type Attributes = Record<string, string | number | undefined>

const round = (value: number) => Math.round(value * 10) / 10

// `opacity` of its own makes the renderer paint a shape on a layer apart; that of fill and stroke does not.
function flattened({ opacity, ...attributes }: Attributes): Attributes {
  if (opacity === undefined) return attributes
  return {
    ...attributes,
    ...(attributes.fill === 'none' ? {} : { 'fill-opacity': opacity }),
    ...(attributes.stroke === undefined ? {} : { 'stroke-opacity': opacity }),
  }
}

const written = (attributes: Attributes) =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : value}"`)
    .join('')

/** An SVG drawing under way: shapes are painted in order, one over the other. */
export type Canvas = ReturnType<typeof createCanvas>

export function createCanvas(seed: string) {
  const random: Random = createRandom(seed)
  const definitions: string[] = []
  const body: string[] = []
  const define = (element: (id: string) => string) => {
    const id = `d${definitions.length}`
    definitions.push(element(id))
    return `url(#${id})`
  }
  const stopsOf = (stops: Stop[]) =>
    stops
      .map(([offset, color, opacity]) => `<stop${written({ offset, 'stop-color': color, 'stop-opacity': opacity })}/>`)
      .join('')
  const add = (element: string) => {
    body.push(element)
  }
  return {
    random,
    add,
    /** A gradient from top to bottom, unless a direction is given (parts of the shape's box). */
    linear: (stops: Stop[], { x1 = 0, y1 = 0, x2 = 0, y2 = 1 }: Direction = {}) =>
      define((id) => `<linearGradient${written({ id, x1, y1, x2, y2 })}>${stopsOf(stops)}</linearGradient>`),
    radial: (stops: Stop[]) => define((id) => `<radialGradient id="${id}">${stopsOf(stops)}</radialGradient>`),
    /** A small tile that is repeated over the shape. */
    pattern: (width: number, height: number, tile: string) =>
      define((id) => `<pattern${written({ id, width, height })} patternUnits="userSpaceOnUse">${tile}</pattern>`),
    rect: (x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}) =>
      add(
        `<rect${written(flattened({ x, y, width: Math.max(0, width), height: Math.max(0, height), fill, ...more }))}/>`,
      ),
    ellipse: (cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}) =>
      add(`<ellipse${written(flattened({ cx, cy, rx, ry, fill, ...more }))}/>`),
    path: (d: string, fill: string, more: Attributes = {}) => add(`<path${written(flattened({ d, fill, ...more }))}/>`),
    polygon: (points: number[], fill: string, more: Attributes = {}) =>
      add(`<polygon${written(flattened({ points: points.map(round).join(' '), fill, ...more }))}/>`),
    line: (x1: number, y1: number, x2: number, y2: number, stroke: string, width: number, more: Attributes = {}) =>
      add(`<line${written(flattened({ x1, y1, x2, y2, stroke, 'stroke-width': width, ...more }))}/>`),
    /** Draws a part with a transformation, e.g. mirrored or from further away. */
    group: (attributes: Attributes, draw: () => void) => {
      add(`<g${written(attributes)}>`)
      draw()
      add('</g>')
    },
    /** The drawing, to be rasterised at that width. */
    toSvg: (pixels = WIDTH, width = WIDTH, height = HEIGHT) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${pixels}" height="${round((pixels * height) / width)}">` +
      `<defs>${definitions.join('')}</defs>${body.join('')}</svg>`,
  }
}

const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

/** Two `#rrggbb` colours mixed: 0 is the first, 1 the second. */
export function mix(a: string, b: string, part: number): string {
  const [left, right] = [channels(a), channels(b)]
  const mixed = left.map((value, index) => Math.round(value + ((right[index] ?? value) - value) * part))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export const lighter = (color: string, part: number) => mix(color, '#ffffff', part)
export const darker = (color: string, part: number) => mix(color, '#14202b', part)
