import { type Canvas, darker, lighter } from './canvas.ts'
import { drawTexture, type Material } from './texture.ts'

/** What a house is made of and painted in. */
export type Scheme = {
  wall: string
  material: Material
  trim: string
  roof: string
  metal: boolean
  door: string
  shutter: string | null
}

/** A flat wall: lit from the left, dark under the eaves and a little at the foot. */
export function drawWall(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  { wall, material }: Scheme,
  shade = 0,
): void {
  const base = darker(wall, shade)
  canvas.rect(
    x,
    y,
    width,
    height,
    canvas.linear(
      [
        [0, lighter(base, 0.14)],
        [0.5, base],
        [1, darker(base, 0.16)],
      ],
      { x2: 1, y2: 0.15 },
    ),
  )
  drawTexture(canvas, material, base, { x, y, width, height })
  canvas.rect(
    x,
    y,
    width,
    Math.min(46, height * 0.35),
    canvas.linear([
      [0, '#1b2430', 0.42],
      [1, '#1b2430', 0],
    ]),
  )
  canvas.rect(
    x,
    y + height - 18,
    width,
    18,
    canvas.linear([
      [0, '#1b2430', 0],
      [1, '#1b2430', 0.22],
    ]),
  )
}

/** The roof as seen from the street: eaves at the bottom, ridge above, `inset` how far the ridge is drawn in. */
export function drawRoof(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  inset: number,
  { roof, metal, trim }: Scheme,
): void {
  const shape = [x, y, x + inset, y - height, x + width - inset, y - height, x + width, y]
  canvas.polygon(
    shape,
    canvas.linear(
      [
        [0, lighter(roof, 0.2)],
        [0.6, roof],
        [1, darker(roof, 0.2)],
      ],
      { x1: 0.1, x2: 0.3 },
    ),
  )
  const rows = metal ? Math.round(width / 26) : Math.round(height / 11)
  for (let row = 1; row < rows; row++) {
    const part = row / rows
    if (metal) {
      const top = x + inset + (width - inset * 2) * part
      canvas.line(x + width * part, y, top, y - height, darker(roof, 0.35), 1.3, { opacity: 0.5 })
      canvas.line(x + width * part + 2, y, top + 2, y - height, lighter(roof, 0.4), 1, { opacity: 0.35 })
    } else
      canvas.line(
        x + inset * part,
        y - height * part,
        x + width - inset * part,
        y - height * part,
        darker(roof, 0.4),
        1.2,
        { opacity: 0.32 },
      )
  }
  canvas.rect(
    x - 4,
    y - 3,
    width + 8,
    10,
    canvas.linear([
      [0, lighter(trim, 0.2)],
      [1, darker(trim, 0.18)],
    ]),
    { rx: 2 },
  )
}

/** A gable that faces the street: a triangle of wall under two sloping boards. */
export function drawGable(canvas: Canvas, x: number, y: number, width: number, height: number, scheme: Scheme): void {
  const { wall, roof, trim, material } = scheme
  const base = lighter(wall, 0.05)
  const triangle = [x, y, x + width / 2, y - height, x + width, y]
  canvas.polygon(
    triangle,
    canvas.linear([
      [0, darker(base, 0.12)],
      [1, base],
    ]),
  )
  const box = { x, y: y - height, width, height }
  drawTexture(canvas, material === 'brick' ? 'lap' : material, base, box, true)
  const over = width * 0.06
  const slope = (height / width) * 2
  const drop = over * slope
  canvas.polygon(
    [
      x + width / 2,
      y - height - 16,
      x + width + over,
      y + drop - 4,
      x + width + over,
      y + drop + 8,
      x + width / 2,
      y - height + 3,
    ],
    darker(roof, 0.22),
  )
  canvas.polygon(
    [x + width / 2, y - height - 16, x - over, y + drop - 4, x - over, y + drop + 8, x + width / 2, y - height + 3],
    lighter(roof, 0.1),
  )
  const board = { stroke: trim, 'stroke-width': 7, 'stroke-linejoin': 'miter' }
  canvas.path(
    `M${x - over + 2} ${y + drop + 10} L${x + width / 2} ${y - height + 8} L${x + width + over - 2} ${y + drop + 10}`,
    'none',
    board,
  )
}
