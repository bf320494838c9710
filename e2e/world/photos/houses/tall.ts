import { type Canvas, darker, lighter } from '../canvas.ts'
import type { Light } from '../light.ts'
import { drawChimney, drawColumn, drawDoor, drawLantern, drawPorch, drawSteps } from '../porch.ts'
import { drawLattice, drawTexture } from '../texture.ts'
import { drawGable, drawRoof, drawWall, type Scheme } from '../walls.ts'
import { drawWindow } from '../windows.ts'

/** Five bays, two storeys, a pediment on columns: the one that children draw. */
export function drawColonial(canvas: Canvas, light: Light, scheme: Scheme): void {
  const { shutter, trim } = scheme
  for (const x of [286, 868]) drawChimney(canvas, x, 290, 50, 100)
  drawWall(canvas, 262, 300, 676, 318, scheme)
  drawRoof(canvas, 240, 304, 720, 132, 120, scheme)
  for (const x of [398, 578, 758]) drawDormer(canvas, light, x, 286, scheme)
  for (const x of [312, 438, 572, 704, 830]) drawWindow(canvas, light, x, 340, 52, 88, { trim, shutter, rows: 3 })
  canvas.rect(258, 452, 684, 7, lighter(scheme.wall, 0.25), { opacity: 0.7 })
  for (const x of [312, 438, 704, 830]) drawWindow(canvas, light, x, 482, 52, 98, { trim, shutter, rows: 3 })
  canvas.rect(256, 602, 688, 18, darker(scheme.wall, 0.3))
  canvas.rect(520, 470, 156, 148, '#1b2430', { opacity: 0.18 })
  drawDoor(canvas, light, 571, 492, 54, 112, scheme)
  for (const x of [546, 634])
    canvas.rect(x, 492, 16, 106, light.lit ? '#ffd58a' : '#58798b', { stroke: trim, 'stroke-width': 3 })
  for (const x of [528, 668]) drawColumn(canvas, x, 470, 606, 17, trim)
  drawGable(canvas, 508, 472, 180, 50, { ...scheme, wall: trim, material: 'stucco' })
  canvas.rect(506, 462, 184, 12, trim)
  drawLantern(canvas, light, 536, 520)
  drawLantern(canvas, light, 660, 520)
  drawSteps(canvas, 598, 604, 634, 150, '#b9aea2')
}

function drawDormer(canvas: Canvas, light: Light, x: number, y: number, scheme: Scheme): void {
  canvas.rect(x, y - 66, 46, 62, lighter(scheme.trim, 0.05))
  drawWindow(canvas, light, x + 9, y - 56, 28, 42, { trim: scheme.trim, rows: 2 })
  drawGable(canvas, x - 4, y - 64, 54, 28, { ...scheme, wall: scheme.trim, material: 'stucco' })
}

/** Two porches, one over the other, on a raised base: built for the evening breeze. */
export function drawLowcountry(canvas: Canvas, light: Light, scheme: Scheme): void {
  const { shutter, trim } = scheme
  drawChimney(canvas, 752, 226, 44, 84)
  drawWall(canvas, 306, 250, 588, 320, scheme)
  for (const x of [356, 470, 680, 794]) {
    drawWindow(canvas, light, x, 284, 46, 94, { trim, shutter, rows: 3 })
    drawWindow(canvas, light, x, 442, 46, 104, { trim, shutter, rows: 3 })
  }
  drawDoor(canvas, light, 574, 442, 52, 118, scheme)
  drawWindow(canvas, light, 578, 292, 44, 98, { trim, rows: 4 })
  drawPorch(canvas, { x: 292, width: 616, ceiling: 252, floor: 396, columns: 5, ceilingColor: '#a9d3d4' }, scheme)
  canvas.rect(
    284,
    404,
    632,
    22,
    canvas.linear([
      [0, lighter(trim, 0.1)],
      [1, darker(trim, 0.2)],
    ]),
  )
  drawPorch(
    canvas,
    { x: 292, width: 616, ceiling: 426, floor: 562, columns: 5, gapAt: 600, ceilingColor: '#a9d3d4' },
    scheme,
  )
  canvas.rect(284, 240, 632, 14, trim)
  drawRoof(canvas, 272, 244, 656, 118, 132, scheme)
  drawGable(canvas, 520, 244, 160, 78, scheme)
  canvas.ellipse(600, 212, 13, 16, light.lit ? '#ffd58a' : '#5d7d92', { stroke: trim, 'stroke-width': 4 })
  canvas.rect(
    298,
    570,
    604,
    54,
    canvas.linear([
      [0, '#8f5f4d'],
      [1, '#6d4638'],
    ]),
  )
  drawTexture(canvas, 'brick', '#7d5243', { x: 298, y: 570, width: 604, height: 54 })
  for (const x of [336, 440, 700, 804]) {
    canvas.path(`M${x} 622 v-24 q28 -26 56 0 v24 z`, '#2b221d')
    drawLattice(canvas, { x, y: 600, width: 56, height: 22 }, '#d9cfc0', 8)
  }
  drawSteps(canvas, 600, 568, 634, 120, '#b79a86')
  for (const x of [536, 664])
    canvas.path(`M${x} 530 L${x + (x < 600 ? -12 : 12)} 622`, 'none', { stroke: trim, 'stroke-width': 6 })
  drawLantern(canvas, light, 556, 462)
}

/** On stilts above the sand: decks, a stair and a lookout on the roof. */
export function drawBeachHouse(canvas: Canvas, light: Light, scheme: Scheme): void {
  const { trim, shutter } = scheme
  const shade = canvas.linear([
    [0, '#1b262c', 0.85],
    [1, '#3a4447', 0.55],
  ])
  canvas.rect(330, 480, 540, 140, shade)
  canvas.rect(
    612,
    500,
    110,
    116,
    canvas.linear([
      [0, lighter(scheme.wall, 0.1)],
      [1, darker(scheme.wall, 0.2)],
    ]),
  )
  for (let panel = 1; panel < 4; panel++)
    canvas.line(612, 500 + panel * 29, 722, 500 + panel * 29, darker(scheme.wall, 0.4), 1.5, { opacity: 0.6 })
  drawLattice(canvas, { x: 344, y: 500, width: 130, height: 118 }, '#efe9dc', 12)
  for (const x of [334, 486, 604, 732, 862])
    canvas.rect(
      x - 9,
      476,
      18,
      146,
      canvas.linear(
        [
          [0, '#c9b79c'],
          [1, '#8b7458'],
        ],
        { x2: 1, y2: 0 },
      ),
    )
  drawWall(canvas, 322, 300, 556, 182, scheme)
  drawWall(canvas, 412, 180, 376, 124, scheme)
  drawRoof(canvas, 388, 184, 424, 84, 130, scheme)
  canvas.rect(572, 66, 56, 40, scheme.wall)
  drawWindow(canvas, light, 580, 72, 40, 24, { trim, rows: 1, columns: 3 })
  drawRoof(canvas, 562, 66, 76, 26, 36, scheme)
  for (const x of [444, 706]) drawWindow(canvas, light, x, 212, 48, 66, { trim, shutter, rows: 2 })
  drawWindow(canvas, light, 540, 206, 120, 84, { trim, rows: 1, columns: 4 })
  drawRoof(canvas, 300, 304, 600, 34, 26, scheme)
  for (const x of [362, 768]) drawWindow(canvas, light, x, 350, 62, 92, { trim, shutter, rows: 2 })
  drawWindow(canvas, light, 520, 340, 160, 124, { trim, rows: 1, columns: 4 })
  drawPorch(canvas, { x: 512, width: 176, ceiling: 238, floor: 300, columns: 2 }, scheme)
  drawPorch(canvas, { x: 306, width: 588, ceiling: 312, floor: 474, columns: 5 }, scheme)
  canvas.rect(298, 482, 604, 12, darker(trim, 0.15))
  drawStair(canvas, scheme)
}

function drawStair(canvas: Canvas, { trim }: Scheme): void {
  const wood = '#cdbb9f'
  for (let step = 0; step < 12; step++) {
    const y = 484 + step * 12
    canvas.rect(
      502 - step * 2,
      y,
      84 + step * 4,
      13,
      canvas.linear([
        [0, lighter(wood, 0.25)],
        [0.4, wood],
        [0.45, darker(wood, 0.3)],
        [1, darker(wood, 0.4)],
      ]),
    )
  }
  for (const [from, to] of [
    [502, 476],
    [586, 612],
  ] as const) {
    canvas.path(`M${from} 446 L${to} 590 M${from} 470 L${to} 614`, 'none', { stroke: trim, 'stroke-width': 6 })
    canvas.rect(to - 5, 584, 10, 46, trim)
  }
}
