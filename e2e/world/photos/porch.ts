import { type Canvas, darker, lighter } from './canvas.ts'
import type { Light } from './light.ts'
import { drawTexture } from './texture.ts'
import type { Scheme } from './walls.ts'

export function drawDoor(
  canvas: Canvas,
  light: Light,
  x: number,
  y: number,
  width: number,
  height: number,
  { door, trim }: Scheme,
): void {
  canvas.rect(x - 8, y - 22, width + 16, height + 22, lighter(trim, 0.15))
  canvas.rect(x, y - 16, width, 11, light.lit ? '#ffd98d' : '#58798b')
  canvas.rect(
    x,
    y,
    width,
    height,
    canvas.linear(
      [
        [0, lighter(door, 0.15)],
        [1, darker(door, 0.25)],
      ],
      { x2: 0.5 },
    ),
  )
  for (const [px, py, ph] of [
    [0.14, 0.08, 0.4],
    [0.56, 0.08, 0.4],
    [0.14, 0.56, 0.36],
    [0.56, 0.56, 0.36],
  ] as const)
    canvas.rect(x + width * px, y + height * py, width * 0.3, height * ph, darker(door, 0.18), {
      stroke: lighter(door, 0.25),
      'stroke-width': 1,
    })
  canvas.ellipse(x + width * 0.88, y + height * 0.53, 2.6, 2.6, '#e2c676')
  if (light.lit)
    canvas.ellipse(
      x + width / 2,
      y,
      width * 2.4,
      height * 1.1,
      canvas.radial([
        [0, '#ffcf7d', 0.4],
        [1, '#ffcf7d', 0],
      ]),
    )
}

/** A column with a base and a capital. */
export function drawColumn(canvas: Canvas, x: number, top: number, bottom: number, width: number, color: string): void {
  canvas.rect(
    x - width / 2,
    top,
    width,
    bottom - top,
    canvas.linear(
      [
        [0, lighter(color, 0.4)],
        [0.45, color],
        [1, darker(color, 0.25)],
      ],
      { x2: 1, y2: 0 },
    ),
  )
  canvas.rect(x - width * 0.8, top, width * 1.6, width * 0.5, lighter(color, 0.2))
  canvas.rect(x - width * 0.8, bottom - width * 0.6, width * 1.6, width * 0.6, darker(color, 0.06))
}

export function drawRail(canvas: Canvas, x: number, y: number, width: number, height: number, color: string): void {
  for (let at = x + 5; at < x + width - 2; at += 11) canvas.rect(at, y, 3, height, darker(color, 0.08))
  canvas.rect(x, y - 4, width, 5, lighter(color, 0.2))
  canvas.rect(x, y + height - 5, width, 4, darker(color, 0.05))
}

type Porch = {
  x: number
  width: number
  ceiling: number
  floor: number
  columns: number
  rail?: boolean
  gapAt?: number
  ceilingColor?: string
}

/** The open front of a porch: shade behind, a floor, columns and a rail with a gap where the steps are. */
export function drawPorch(
  canvas: Canvas,
  { x, width, ceiling, floor, columns, rail = true, gapAt, ceilingColor = '#b9d6d3' }: Porch,
  { trim }: Scheme,
): void {
  canvas.rect(
    x,
    ceiling,
    width,
    floor - ceiling,
    canvas.linear([
      [0, '#18242e', 0.5],
      [0.5, '#18242e', 0.22],
      [1, '#18242e', 0.3],
    ]),
  )
  canvas.polygon(
    [x, ceiling, x + width, ceiling, x + width - 18, ceiling + 11, x + 18, ceiling + 11],
    darker(ceilingColor, 0.12),
  )
  canvas.rect(
    x - 6,
    floor,
    width + 12,
    9,
    canvas.linear([
      [0, lighter(trim, 0.05)],
      [1, darker(trim, 0.3)],
    ]),
  )
  const gap = (floor - ceiling) * 0.52
  for (let index = 0; index <= columns; index++) {
    const cx = x + 8 + ((width - 16) * index) / columns
    if (rail && index < columns) {
      const span = (width - 16) / columns
      const isGap = gapAt !== undefined && cx < gapAt && gapAt < cx + span
      if (isGap) {
        drawRail(canvas, cx, floor - 40, Math.max(0, gapAt - gap / 2 - cx), 40, trim)
        drawRail(canvas, gapAt + gap / 2, floor - 40, Math.max(0, cx + span - gapAt - gap / 2), 40, trim)
      } else drawRail(canvas, cx, floor - 40, span, 40, trim)
    }
  }
  for (let index = 0; index <= columns; index++)
    drawColumn(canvas, x + 8 + ((width - 16) * index) / columns, ceiling, floor, 13, lighter(trim, 0.1))
}

export function drawSteps(canvas: Canvas, x: number, top: number, bottom: number, width: number, color: string): void {
  const count = Math.max(2, Math.round((bottom - top) / 12))
  for (let step = 0; step < count; step++) {
    const y = top + ((bottom - top) * step) / count
    const wide = width * (1 + step * 0.035)
    const tall = (bottom - top) / count
    canvas.rect(
      x - wide / 2,
      y,
      wide,
      tall + 1,
      canvas.linear([
        [0, lighter(color, 0.3)],
        [0.35, lighter(color, 0.1)],
        [0.4, darker(color, 0.2)],
        [1, darker(color, 0.3)],
      ]),
    )
  }
}

/** Lights on either side of a door, or along a wall. */
export function drawLantern(canvas: Canvas, light: Light, x: number, y: number): void {
  if (light.lit)
    canvas.ellipse(
      x,
      y + 8,
      46,
      46,
      canvas.radial([
        [0, '#ffdd9a', 0.75],
        [1, '#ffdd9a', 0],
      ]),
    )
  canvas.rect(x - 4, y, 8, 15, light.lit ? '#fff0c4' : '#e9dcb4', { stroke: '#2a2f33', 'stroke-width': 2, rx: 1 })
  canvas.polygon([x - 6, y, x, y - 6, x + 6, y], '#2a2f33')
}

export function drawChimney(canvas: Canvas, x: number, y: number, width: number, height: number): void {
  canvas.rect(
    x,
    y - height,
    width,
    height,
    canvas.linear(
      [
        [0, '#b5705a'],
        [1, '#7f4a3c'],
      ],
      { x2: 1, y2: 0 },
    ),
  )
  drawTexture(canvas, 'brick', '#a5624d', { x, y: y - height, width, height })
  canvas.rect(x - 4, y - height - 7, width + 8, 8, '#8a5546')
}
