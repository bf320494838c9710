import { type Canvas, darker } from './canvas.ts'

export type Material = 'lap' | 'brick' | 'board' | 'stucco' | 'shingle' | 'slat'

type Box = { x: number; y: number; width: number; height: number }

// Rows and joints as one path of lines: a tiled SVG pattern takes several times as long to render.
const MATERIALS: Record<
  Exclude<Material, 'stucco'>,
  { row?: number; column?: number; staggered?: number; opacity: number }
> = {
  lap: { row: 10, opacity: 0.26 },
  slat: { row: 8, opacity: 0.38 },
  board: { column: 18, opacity: 0.24 },
  brick: { row: 8, staggered: 26, opacity: 0.2 },
  shingle: { row: 10, staggered: 18, opacity: 0.2 },
}

/** Boards, bricks or shingles over a wall, or over the triangle of a gable. */
export function drawTexture(
  canvas: Canvas,
  material: Material,
  color: string,
  { x, y, width, height }: Box,
  isGable = false,
): void {
  if (material === 'stucco') return
  const { row, column, staggered, opacity } = MATERIALS[material]
  const inset = (at: number) => (isGable ? (width / 2) * (1 - (at - y) / height) : 0)
  let d = ''
  if (row) for (let at = y + row; at < y + height; at += row) d += `M${x + inset(at)} ${at}H${x + width - inset(at)}`
  if (row && staggered)
    for (let at = y, odd = false; at + row <= y + height; at += row, odd = !odd)
      for (let joint = x + inset(at) + (odd ? staggered / 2 : 4); joint < x + width - inset(at); joint += staggered)
        d += `M${joint} ${at}v${row}`
  if (column)
    for (let at = x + column / 2; at < x + width; at += column) {
      const top = isGable ? y + height * Math.abs(1 - (2 * (at - x)) / width) : y
      d += `M${at} ${top}V${y + height}`
    }
  canvas.path(d, 'none', { stroke: darker(color, 0.5), 'stroke-width': 1.1, opacity })
}

/** Crossed or upright slats, as under a porch. */
export function drawLattice(canvas: Canvas, { x, y, width, height }: Box, color: string, step: number): void {
  let d = ''
  for (let at = -height; at < width; at += step) {
    const [left, right] = [Math.max(0, at), Math.min(width, at + height)]
    d += `M${x + left} ${y + left - at}L${x + right} ${y + right - at}M${x + left} ${y + height - (left - at)}L${x + right} ${y + height - (right - at)}`
  }
  canvas.path(d, 'none', { stroke: color, 'stroke-width': 1.4, opacity: 0.6 })
}
