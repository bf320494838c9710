import { type Canvas, darker, lighter, mix } from './canvas.ts'
import type { Light } from './light.ts'

const shaded = (canvas: Canvas, color: string, light: Light) =>
  canvas.linear(
    [
      [0, mix(lighter(color, 0.22), light.glow, 0.2)],
      [0.55, color],
      [1, darker(color, 0.35)],
    ],
    { x1: 0.2, x2: 0.6 },
  )

const castShadow = (canvas: Canvas, x: number, y: number, width: number) =>
  canvas.ellipse(
    x + width * 0.15,
    y,
    width,
    width * 0.13,
    canvas.radial([
      [0, '#10241c', 0.42],
      [1, '#10241c', 0],
    ]),
  )

/** South Carolina's own tree: a slim trunk and a round head of fans. */
export function drawPalmetto(canvas: Canvas, light: Light, x: number, y: number, height: number): void {
  const { random } = canvas
  castShadow(canvas, x, y, height * 0.34)
  const lean = random.int(-14, 14)
  const trunk = height * 0.03
  const bark = canvas.linear(
    [
      [0, '#a08a6d'],
      [0.5, '#86705a'],
      [1, '#5d4c3d'],
    ],
    { x2: 1, y2: 0 },
  )
  const top = y - height
  canvas.path(
    `M${x - trunk} ${y} Q${x - trunk * 0.7 + lean * 0.3} ${y - height * 0.5} ${x + lean - trunk * 0.7} ${top} ` +
      `h${trunk * 1.4} Q${x + trunk * 0.7 + lean * 0.3} ${y - height * 0.5} ${x + trunk} ${y} z`,
    bark,
  )
  for (let ring = 1; ring < 9; ring++) {
    const at = y - (height * ring) / 9.5
    canvas.path(`M${x - trunk + (lean * ring) / 10} ${at} q${trunk} ${trunk * 0.8} ${trunk * 2} 0`, 'none', {
      stroke: '#4d3f33',
      'stroke-width': height * 0.006,
      opacity: 0.5,
    })
  }
  const cx = x + lean
  const reach = height * 0.3
  for (const layer of [0, 1, 2]) {
    const color = mix(darker(light.tree, 0.28 - layer * 0.13), light.glow, layer * 0.12)
    const fronds = 9 - layer
    for (let index = 0; index < fronds; index++) {
      const angle = Math.PI * (1.18 - (1.36 * (index + random.float() * 0.5)) / fronds) + (layer === 0 ? 0.06 : 0)
      drawFrond(canvas, cx, top, angle, reach * (1.06 - layer * 0.16), color)
    }
  }
}

function drawFrond(canvas: Canvas, x: number, y: number, angle: number, reach: number, color: string): void {
  const [tipX, tipY] = [x + Math.cos(angle) * reach, y - Math.sin(angle) * reach * 0.82 + reach * 0.24]
  const [midX, midY] = [x + Math.cos(angle) * reach * 0.5, y - Math.sin(angle) * reach * 0.75 - reach * 0.1]
  const wide = reach * 0.13
  canvas.path(
    `M${x} ${y} Q${midX - wide} ${midY - wide} ${tipX} ${tipY} Q${midX + wide * 0.4} ${midY + wide} ${x} ${y} z`,
    color,
  )
}

/** A live oak: wide and dark, with limbs that reach out sideways and moss that hangs from them. */
export function drawLiveOak(canvas: Canvas, light: Light, x: number, y: number, size: number): void {
  castShadow(canvas, x, y, size * 0.75)
  const leaf = mix(light.tree, '#35603c', 0.4)
  drawCrown(canvas, x, y - size * 0.62, size, darker(leaf, 0.42), 18, 1)
  drawOakTrunk(canvas, x, y, size)
  drawCrown(canvas, x, y - size * 0.66, size, darker(leaf, 0.16), 20, 0.9)
  drawCrown(canvas, x - size * 0.05, y - size * 0.73, size * 0.86, mix(leaf, light.glow, 0.08), 18, 0.72)
  drawCrown(canvas, x - size * 0.1, y - size * 0.79, size * 0.66, mix(lighter(leaf, 0.16), light.glow, 0.2), 14, 0.5)
  drawMoss(canvas, x, y, size)
}

/** One tone of a crown: leaf clusters thrown over a flat dome. */
function drawCrown(
  canvas: Canvas,
  x: number,
  y: number,
  size: number,
  color: string,
  clusters: number,
  cover: number,
): void {
  const { random } = canvas
  for (let index = 0; index < clusters; index++) {
    const across = ((index + random.float()) / clusters - 0.5) * 2
    const dome = 1 - across * across * 0.75
    const cy = y - size * 0.2 * dome * (random.float() * 1.3 - 0.25)
    const r = size * (0.08 + random.float() * 0.075) * (0.65 + 0.35 * cover)
    canvas.ellipse(x + across * size * 0.64, cy, r * 1.35, r * (0.7 + random.float() * 0.2), color)
  }
}

function drawOakTrunk(canvas: Canvas, x: number, y: number, size: number): void {
  const bark = canvas.linear(
    [
      [0, '#7d6c5a'],
      [1, '#40372f'],
    ],
    { x2: 1, y2: 0 },
  )
  const t = size * 0.04
  const limb = (toX: number, toY: number, width: number) =>
    canvas.path(
      `M${x - width} ${y - size * 0.16} Q${x + toX * 0.2 - width * 0.4} ${y - size * 0.36} ${x + toX} ${y - toY} Q${x + toX * 0.25 + width} ${y - size * 0.3} ${x + width} ${y - size * 0.14} z`,
      bark,
    )
  limb(-size * 0.42, size * 0.58, t * 1.1)
  limb(size * 0.44, size * 0.57, t * 1.1)
  limb(-size * 0.16, size * 0.7, t)
  limb(size * 0.2, size * 0.68, t)
  canvas.path(
    `M${x - t * 2.1} ${y + 3} Q${x - t * 0.9} ${y - size * 0.06} ${x - t * 1.1} ${y - size * 0.2} h${t * 2.2} Q${x + t * 0.9} ${y - size * 0.06} ${x + t * 2.2} ${y + 3} z`,
    bark,
  )
}

function drawMoss(canvas: Canvas, x: number, y: number, size: number): void {
  const { random } = canvas
  for (let strand = 0; strand < 22; strand++) {
    const across = (random.float() - 0.5) * 2
    const sx = x + across * size * 0.6
    const sy = y - size * (0.56 - Math.abs(across) * 0.04)
    const long = size * (0.05 + random.float() * 0.11)
    canvas.path(
      `M${sx - 3} ${sy} q-1 ${long * 0.6} ${random.int(-2, 4)} ${long} q4 ${-long * 0.4} 4 ${-long} z`,
      '#a9b5a0',
      {
        opacity: 0.5 + random.float() * 0.3,
      },
    )
  }
}

export function drawShrub(canvas: Canvas, light: Light, x: number, y: number, size: number, bloom?: string): void {
  const { random } = canvas
  canvas.ellipse(x, y, size * 1.1, size * 0.18, '#10241c', { opacity: 0.25 })
  const color = mix(light.tree, '#4e8a4a', 0.4)
  for (const [dx, r] of [
    [-0.55, 0.62],
    [0.55, 0.6],
    [0, 0.8],
  ] as const)
    canvas.path(
      `M${x + dx * size - r * size} ${y} a${r * size} ${r * size * 0.95} 0 0 1 ${2 * r * size} 0 z`,
      shaded(canvas, color, light),
    )
  if (!bloom) return
  for (let index = 0; index < 16; index++) {
    const angle = Math.PI * random.float()
    const far = size * (0.2 + random.float() * 0.65)
    canvas.ellipse(
      x + Math.cos(angle) * far * 1.3,
      y - Math.sin(angle) * far * 0.85 - 3,
      size * 0.07,
      size * 0.06,
      bloom,
      {
        opacity: 0.9,
      },
    )
  }
}

/** Blades along a line: marsh grass, sea oats, the edge of a lawn. */
export function drawGrass(canvas: Canvas, from: number, to: number, y: number, height: number, color: string): void {
  const { random } = canvas
  let d = ''
  for (let x = from; x < to; x += random.int(5, 11)) {
    const tall = height * (0.55 + random.float() * 0.6)
    const bend = random.int(-9, 9)
    d += `M${x} ${y}q${bend * 0.3} ${-tall * 0.6} ${bend} ${-tall}q${-bend * 0.3 + 3} ${tall * 0.4} ${-bend + 5} ${tall}z`
  }
  canvas.path(d, color)
}
