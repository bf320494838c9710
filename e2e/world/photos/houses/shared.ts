import { type Canvas, darker, lighter } from '../canvas.ts'
import type { Light } from '../light.ts'
import { drawDoor, drawLantern, drawRail, drawSteps } from '../porch.ts'
import { drawRoof, drawWall, type Scheme } from '../walls.ts'
import { drawWindow } from '../windows.ts'

const ROW = ['#e8b9a6', '#c7d7cf', '#f0dcae', '#b9cfe0', '#dcc3d2', '#cfd9b4', '#efe3cf', '#d79f86']
const DOORS = ['#24405f', '#7a2e2a', '#1f4a43', '#2b2f33', '#8a5a3a']

/** A row of narrow fronts, each in a colour of its own. */
export function drawTownhouses(canvas: Canvas, light: Light, scheme: Scheme): void {
  const { random } = canvas
  const colors = random.sample(ROW, 4)
  for (const [index, wall] of colors.entries()) {
    const [x, width] = [212 + index * 194, 194]
    const top = 236 + random.int(-3, 2) * 10
    const own: Scheme = {
      ...scheme,
      wall,
      material: 'stucco',
      door: random.pick(DOORS),
      shutter: random.chance(0.7) ? darker(wall, 0.62) : null,
    }
    drawWall(canvas, x, top, width, 620 - top, own)
    canvas.rect(
      x - 2,
      top - 16,
      width + 4,
      20,
      canvas.linear([
        [0, lighter(own.trim, 0.1)],
        [1, darker(own.trim, 0.2)],
      ]),
    )
    for (let block = 0; block < 9; block++) canvas.rect(x + 8 + block * 21, top + 4, 9, 8, darker(own.trim, 0.12))
    if (random.chance(0.5)) drawRoof(canvas, x + 4, top - 14, width - 8, 46, 24, own)
    const rows = [top + 38, top + 152]
    for (const y of rows)
      for (const at of [34, 116])
        drawWindow(canvas, light, x + at, y, 42, 78, { trim: own.trim, shutter: own.shutter, rows: 3 })
    if (random.chance(0.5)) drawBalcony(canvas, x + 20, (rows[1] ?? 0) + 84, width - 40)
    const doorLeft = index % 2 === 0
    drawDoor(canvas, light, x + (doorLeft ? 28 : 122), 508, 44, 100, own)
    drawWindow(canvas, light, x + (doorLeft ? 112 : 36), 504, 46, 76, { trim: own.trim, rows: 3 })
    drawLantern(canvas, light, x + (doorLeft ? 84 : 110), 514)
    drawSteps(canvas, x + (doorLeft ? 50 : 144), 608, 630, 62, '#b8aa9c')
    canvas.rect(x + width - 3, top, 6, 620 - top, '#14202b', { opacity: 0.22 })
  }
  canvas.rect(200, 620, 800, 12, '#b7ada0')
}

function drawBalcony(canvas: Canvas, x: number, y: number, width: number): void {
  canvas.rect(x - 4, y, width + 8, 7, '#3a3f43')
  for (let at = x; at <= x + width; at += 9) canvas.rect(at, y - 30, 2, 30, '#2b2f33')
  canvas.rect(x - 4, y - 32, width + 8, 3.5, '#2b2f33')
}

/** Four floors of balconies over the palms. */
export function drawCondos(canvas: Canvas, light: Light, scheme: Scheme): void {
  const { random } = canvas
  const floors = random.int(4, 5)
  const [top, bottom] = [170, 612]
  const tall = (bottom - top) / floors
  drawWall(canvas, 232, top, 736, bottom - top, scheme)
  for (const x of [232, 872])
    drawWall(canvas, x, top - 22, 96, bottom - top + 22, { ...scheme, wall: lighter(scheme.wall, 0.14) })
  for (const x of [218, 858]) drawRoof(canvas, x, top - 20, 124, 56, 34, scheme)
  canvas.rect(326, top - 12, 548, 18, lighter(scheme.trim, 0.1))
  drawRoof(canvas, 326, top - 8, 548, 30, 14, scheme)
  for (let floor = 0; floor < floors; floor++) {
    const y = top + floor * tall
    for (const x of [256, 896]) drawWindow(canvas, light, x, y + 26, 48, tall - 50, { trim: scheme.trim, rows: 2 })
    for (const x of [342, 526, 710]) {
      canvas.rect(
        x,
        y + 12,
        148,
        tall - 18,
        canvas.linear([
          [0, '#26333b', 0.75],
          [1, '#3d4c54', 0.35],
        ]),
      )
      drawWindow(canvas, light, x + 14, y + 24, 84, tall - 36, { trim: scheme.trim, rows: 1, columns: 2 })
      canvas.rect(x + 108, y + 20, 30, tall - 26, darker(scheme.wall, 0.25))
      canvas.rect(
        x - 8,
        y + tall - 9,
        164,
        10,
        canvas.linear([
          [0, lighter(scheme.trim, 0.1)],
          [1, darker(scheme.trim, 0.25)],
        ]),
      )
      drawRail(canvas, x - 4, y + tall - 42, 156, 34, scheme.metal ? '#e9e4da' : '#f2efe8')
    }
    canvas.rect(508, y, 6, tall, lighter(scheme.wall, 0.1), { opacity: 0.6 })
  }
  canvas.rect(222, bottom, 756, 14, darker(scheme.wall, 0.35))
}

/** Boxes, glass and cedar; the water in front repeats the light. */
export function drawModern(canvas: Canvas, light: Light, scheme: Scheme): void {
  const wood: Scheme = { ...scheme, wall: '#a9744b', material: 'slat' }
  const dark = scheme.roof
  const glass = { trim: dark, frame: dark, rows: 1 }
  drawWall(canvas, 300, 392, 640, 228, scheme)
  drawWindow(canvas, light, 330, 424, 250, 176, { ...glass, columns: 4 })
  drawWall(canvas, 600, 392, 110, 228, wood)
  canvas.rect(
    632,
    452,
    56,
    168,
    canvas.linear([
      [0, '#3a2a1f'],
      [1, '#241a14'],
    ]),
  )
  canvas.rect(676, 500, 4, 60, '#d8c9a8')
  drawWindow(canvas, light, 740, 440, 170, 120, { ...glass, columns: 3 })
  canvas.rect(
    276,
    378,
    690,
    18,
    canvas.linear([
      [0, lighter(dark, 0.15)],
      [1, dark],
    ]),
  )
  canvas.rect(
    300,
    396,
    640,
    26,
    canvas.linear([
      [0, '#10181f', 0.5],
      [1, '#10181f', 0],
    ]),
  )
  drawWall(canvas, 452, 214, 430, 164, { ...scheme, wall: lighter(scheme.wall, 0.2) })
  drawWall(canvas, 452, 214, 120, 164, wood)
  drawWindow(canvas, light, 600, 240, 254, 108, { ...glass, columns: 4 })
  canvas.rect(
    428,
    198,
    480,
    18,
    canvas.linear([
      [0, lighter(dark, 0.15)],
      [1, dark],
    ]),
  )
  canvas.rect(
    300,
    340,
    152,
    40,
    canvas.linear([
      [0, '#c9dce4', 0.55],
      [1, '#8fb0bf', 0.35],
    ]),
    { stroke: '#e9f1f4', 'stroke-width': 2 },
  )
  for (const x of [300, 350, 401, 452]) canvas.rect(x - 1.5, 338, 3, 42, dark)
  drawLantern(canvas, light, 616, 470)
  for (const [index, y] of [620, 636, 652].entries())
    canvas.rect(
      586 - index * 22,
      y,
      150 + index * 44,
      12,
      canvas.linear([
        [0, '#dcd8d0'],
        [1, '#a9a49b'],
      ]),
    )
  drawPool(canvas, light)
}

function drawPool(canvas: Canvas, light: Light): void {
  canvas.polygon([150, 668, 520, 668, 470, 748, 40, 748], '#d9d4ca')
  canvas.polygon(
    [168, 676, 504, 676, 458, 738, 70, 738],
    canvas.linear([
      [0, lighter(light.water[0], 0.1)],
      [1, '#3aa0b8'],
    ]),
  )
  for (let ripple = 0; ripple < 7; ripple++)
    canvas.path(`M${110 + ripple * 44} ${690 + (ripple % 3) * 14} q14 -5 28 0 t28 0`, 'none', {
      stroke: '#ffffff',
      'stroke-width': 2,
      opacity: 0.5,
    })
}
