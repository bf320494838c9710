import { type Canvas, darker } from '../canvas.ts'
import type { Light } from '../light.ts'
import { drawShrub } from '../plants.ts'
import { drawChimney, drawColumn, drawDoor, drawLantern, drawPorch, drawRail, drawSteps } from '../porch.ts'
import { drawLattice, drawTexture } from '../texture.ts'
import { drawGable, drawRoof, drawWall, type Scheme } from '../walls.ts'
import { drawWindow } from '../windows.ts'
import { drawDormer } from './dormer.ts'

/** One storey under a long roof, with a gabled porch before the door. */
export function drawCottage(canvas: Canvas, light: Light, scheme: Scheme): void {
  const { shutter, trim } = scheme
  drawChimney(canvas, 790, 300, 46, 74)
  drawWall(canvas, 250, 400, 700, 215, scheme)
  drawRoof(canvas, 226, 402, 748, 150, 74, scheme)
  for (const x of [305, 405, 745, 845])
    drawWindow(canvas, light, x, 452, 58, 98, {
      trim,
      shutter: x === 305 || x === 845 ? shutter : null,
      rows: 2,
      columns: 2,
    })
  const hasDormers = canvas.random.chance(0.5)
  if (hasDormers) for (const x of [330, 824]) drawDormer(canvas, light, x, 378, scheme)
  canvas.rect(245, 598, 710, 22, darker('#a58b78', 0.2))
  const [left, width] = [492, 216]
  drawGable(canvas, left - 8, 402, width + 16, 96, scheme)
  canvas.ellipse(600, 362, 15, 15, '#f4f1ea')
  canvas.ellipse(600, 362, 11, 11, light.lit ? '#ffd58a' : '#5d7d92')
  drawDoor(canvas, light, 576, 478, 48, 116, scheme)
  for (const x of [516, 650]) drawWindow(canvas, light, x, 482, 34, 82, { trim, rows: 2, columns: 1 })
  drawPorch(canvas, { x: left, width, ceiling: 412, floor: 594, columns: 3, gapAt: 600 }, scheme)
  canvas.rect(left - 8, 398, width + 16, 15, trim)
  drawLantern(canvas, light, 558, 484)
  drawSteps(canvas, 600, 602, 632, 92, '#b9a894')
  if (canvas.random.chance(0.5))
    for (const [x, width] of [
      [232, 268],
      [700, 268],
    ] as const)
      drawPickets(canvas, x, 596, width)
}

function drawPickets(canvas: Canvas, x: number, y: number, width: number): void {
  for (const rail of [y + 12, y + 34]) canvas.rect(x, rail, width, 5, '#dedcd5')
  for (let at = x; at < x + width; at += 14) canvas.path(`M${at} ${y + 50} V${y + 6} l5 -8 5 8 V${y + 50} z`, '#fbfaf6')
}

/** A manufactured home: long and low, with a deck of its own. */
export function drawManufactured(canvas: Canvas, light: Light, scheme: Scheme): void {
  const { shutter, trim } = scheme
  drawWall(canvas, 190, 430, 820, 160, scheme)
  drawRoof(canvas, 172, 432, 856, 88, 46, scheme)
  for (const [x, wide] of [
    [240, 84],
    [392, 58],
    [742, 58],
    [868, 84],
  ] as const)
    drawWindow(canvas, light, x, 462, wide, 74, { trim, shutter, rows: 2, columns: wide > 60 ? 3 : 2 })
  canvas.rect(190, 588, 820, 36, '#b9b4a9')
  drawTexture(canvas, 'board', '#b9b4a9', { x: 190, y: 588, width: 820, height: 36 })
  drawDoor(canvas, light, 566, 474, 46, 112, scheme)
  drawGable(canvas, 500, 432, 190, 62, scheme)
  for (const x of [512, 678]) drawColumn(canvas, x, 434, 590, 11, trim)
  canvas.rect(494, 586, 202, 12, '#a98f73')
  drawRail(canvas, 500, 548, 58, 40, '#d9c7ab')
  drawRail(canvas, 624, 548, 66, 40, '#d9c7ab')
  drawLattice(canvas, { x: 498, y: 598, width: 194, height: 26 }, '#7d6247', 9)
  drawSteps(canvas, 591, 598, 634, 70, '#b89d80')
  for (const x of [230, 330, 840, 960]) drawShrub(canvas, light, x, 628, 26)
}

/** Board and batten, two gables, a porch between them under a metal roof. */
export function drawFarmhouse(canvas: Canvas, light: Light, scheme: Scheme): void {
  const ink = '#2b2f33'
  const style = { trim: scheme.wall === '#49565a' ? '#f4f1ea' : ink, frame: ink, shutter: null }
  drawChimney(canvas, 842, 232, 44, 60)
  drawWall(canvas, 430, 268, 470, 350, scheme, 0.04)
  drawRoof(canvas, 408, 272, 520, 112, 30, scheme)
  for (const x of [500, 606, 712]) drawWindow(canvas, light, x, 312, 50, 78, { ...style, rows: 3 })
  drawWall(canvas, 262, 290, 250, 328, scheme)
  drawGable(canvas, 262, 292, 250, 150, scheme)
  canvas.rect(364, 208, 46, 62, style.trim, { rx: 2 })
  drawWindow(canvas, light, 368, 214, 38, 52, { ...style, rows: 2 })
  for (const x of [314, 396]) drawWindow(canvas, light, x, 326, 62, 88, { ...style, rows: 3 })
  for (const x of [306, 390]) drawWindow(canvas, light, x, 468, 70, 106, { ...style, rows: 3 })
  drawWall(canvas, 846, 380, 172, 238, scheme, 0.08)
  drawGable(canvas, 846, 382, 172, 108, scheme)
  canvas.rect(872, 442, 120, 176, darker(scheme.wall, 0.5))
  canvas.rect(
    876,
    446,
    112,
    172,
    canvas.linear([
      [0, '#8c7256'],
      [1, '#5c4733'],
    ]),
  )
  for (let board = 1; board < 5; board++)
    canvas.line(876, 446 + board * 34, 988, 446 + board * 34, '#3d2f22', 2, { opacity: 0.6 })
  canvas.rect(876, 452, 112, 20, light.lit ? '#ffd58a' : '#4f6d7d')
  drawDoor(canvas, light, 592, 474, 54, 124, scheme)
  for (const x of [536, 690, 772]) drawWindow(canvas, light, x, 480, 40, 92, { ...style, rows: 3 })
  drawPorch(
    canvas,
    { x: 512, width: 334, ceiling: 432, floor: 598, columns: 4, rail: false },
    { ...scheme, trim: '#f4f1ea' },
  )
  drawRoof(canvas, 500, 434, 358, 38, 12, scheme)
  drawLantern(canvas, light, 574, 490)
  drawLantern(canvas, light, 664, 490)
  drawSteps(canvas, 619, 606, 632, 130, '#bfb3a2')
}
