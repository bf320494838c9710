import { type Canvas, darker, lighter } from '../canvas.ts'
import type { Light } from '../light.ts'
import { contactShadow, drawGlow, drawRoomWindow } from './fittings.ts'
import { drawShell, type Interior } from './shell.ts'

const CABINETS = ['#f4f2ec', '#dfe4df', '#3f5a55', '#2f4558', '#b9c4b5', '#e9dfce']

function drawDoors(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  count: number,
  color: string,
  metal: string,
): void {
  canvas.rect(
    x,
    y,
    width,
    height,
    canvas.linear([
      [0, lighter(color, 0.12)],
      [1, darker(color, 0.12)],
    ]),
  )
  const wide = width / count
  for (let door = 0; door < count; door++) {
    const left = x + door * wide
    canvas.rect(left + 4, y + 4, wide - 8, height - 8, 'none', { stroke: darker(color, 0.22), 'stroke-width': 1.4 })
    canvas.rect(left + 13, y + 14, wide - 26, height - 28, darker(color, 0.035), {
      stroke: darker(color, 0.14),
      'stroke-width': 1.2,
    })
    canvas.rect(left + (door % 2 ? 9 : wide - 13), y + height * (height > 90 ? 0.72 : 0.2), 4, 26, metal, { rx: 2 })
  }
}

function drawRange(canvas: Canvas, x: number, metal: string): void {
  canvas.rect(
    x,
    404,
    120,
    116,
    canvas.linear([
      [0, '#d9dddf'],
      [1, '#8d9498'],
    ]),
  )
  canvas.rect(x + 12, 440, 96, 62, '#23282b', { rx: 4 })
  canvas.rect(x + 16, 444, 88, 26, '#4a555b', { rx: 3, opacity: 0.6 })
  canvas.rect(x + 12, 430, 96, 5, '#f3f5f5', { rx: 2 })
  for (let knob = 0; knob < 5; knob++) canvas.ellipse(x + 18 + knob * 21, 418, 5, 5, '#2b2f33')
  canvas.polygon(
    [x - 16, 262, x + 136, 262, x + 112, 178, x + 8, 178],
    canvas.linear([
      [0, '#e8e6e1'],
      [1, '#bdb9b1'],
    ]),
  )
  canvas.rect(x + 14, 142, 92, 38, '#dcd9d3')
  canvas.rect(x - 18, 258, 156, 10, metal)
  canvas.rect(x + 30, 386, 34, 18, metal, { rx: 4 })
}

export function drawKitchen(canvas: Canvas, light: Light, interior: Interior): void {
  const { random } = canvas
  const { metal, stone } = interior
  drawShell(canvas, light, interior)
  const cabinet = random.pick(CABINETS)
  const tile = canvas.pattern(
    30,
    16,
    '<rect width="30" height="16" fill="#f3f1ec"/><path d="M0 .5H30M0 8.5H30M8 0V8M23 8V16" stroke="#b9b4aa" stroke-width="1" fill="none" opacity=".7"/>',
  )
  canvas.rect(250, 268, 700, 136, tile)
  drawDoors(canvas, 262, 150, 150, 122, 2, cabinet, metal)
  drawDoors(canvas, 788, 150, 150, 122, 2, cabinet, metal)
  drawRange(canvas, 428, metal)
  drawRoomWindow(canvas, light, 590, 166, 176, 186, { rows: 2 })
  drawDoors(canvas, 250, 412, 178, 108, 3, cabinet, metal)
  drawDoors(canvas, 548, 412, 402, 108, 6, cabinet, metal)
  for (const [x, width] of [
    [246, 184],
    [546, 408],
  ] as const)
    canvas.rect(
      x,
      398,
      width,
      15,
      canvas.linear([
        [0, lighter(stone, 0.2)],
        [1, darker(stone, 0.15)],
      ]),
    )
  canvas.path('M676 398 v-34 q0 -18 18 -18 q16 0 16 16', 'none', { stroke: metal, 'stroke-width': 6 })
  drawShelfThings(canvas, interior)
  drawIsland(canvas, light, random.pick(CABINETS), interior)
  for (const x of [450, 600, 750]) drawPendant(canvas, light, x, metal)
  drawFridge(canvas)
}

function drawFridge(canvas: Canvas): void {
  canvas.polygon(
    [1000, 169, 1130, 113, 1130, 613, 1000, 546],
    canvas.linear(
      [
        [0, '#e4e8ea'],
        [1, '#b3babe'],
      ],
      { x2: 1, y2: 0 },
    ),
  )
  canvas.rect(
    1130,
    113,
    70,
    500,
    canvas.linear(
      [
        [0, '#9aa2a7'],
        [1, '#858e94'],
      ],
      { x2: 1, y2: 0 },
    ),
  )
  canvas.line(1000, 420, 1130, 447, '#7d868b', 3)
  canvas.line(1062, 143, 1062, 433, '#7d868b', 3)
  for (const x of [1050, 1069]) canvas.rect(x, 262, 6, 96, '#6b7378', { rx: 3 })
  canvas.polygon([1030, 446, 1100, 460, 1100, 466, 1030, 452], '#6b7378')
}

function drawShelfThings(canvas: Canvas, { accent, wood }: Interior): void {
  canvas.rect(292, 362, 16, 36, accent, { rx: 4 })
  canvas.rect(316, 352, 20, 46, '#f4f0e6', { rx: 5 })
  canvas.ellipse(372, 390, 26, 9, darker(wood, 0.1))
  for (const [x, color] of [
    [362, '#e3a54a'],
    [376, '#d9803f'],
    [386, '#c9b24a'],
  ] as const)
    canvas.ellipse(x, 382, 9, 9, color)
  canvas.rect(846, 366, 44, 32, '#cfd5d6', { rx: 6 })
}

function drawIsland(canvas: Canvas, light: Light, color: string, { stone, wood, soft, metal }: Interior): void {
  contactShadow(canvas, 600, 752, 420)
  canvas.rect(
    290,
    606,
    620,
    144,
    canvas.linear([
      [0, lighter(color, 0.06)],
      [1, darker(color, 0.2)],
    ]),
  )
  for (let panel = 0; panel < 5; panel++)
    canvas.rect(306 + panel * 120, 626, 108, 106, 'none', { stroke: darker(color, 0.2), 'stroke-width': 1.6 })
  canvas.polygon(
    [300, 560, 900, 560, 944, 600, 256, 600],
    canvas.linear([
      [0, lighter(stone, 0.35)],
      [1, stone],
    ]),
  )
  canvas.rect(256, 600, 688, 15, darker(stone, 0.14))
  canvas.polygon([430, 572, 600, 564, 560, 596, 380, 598], light.glow, { opacity: 0.25 })
  canvas.ellipse(690, 576, 44, 11, darker(wood, 0.15))
  canvas.ellipse(690, 572, 44, 11, wood)
  for (const [x, y] of [
    [672, 562],
    [692, 558],
    [710, 563],
  ] as const)
    canvas.ellipse(x, y, 11, 11, '#7ea04f')
  for (const x of [372, 524, 676, 828]) {
    contactShadow(canvas, x, 778, 44)
    for (const leg of [-26, 20])
      canvas.polygon(
        [x + leg + (leg < 0 ? 6 : 0), 690, x + leg + (leg < 0 ? 12 : 6), 690, x + leg + 6, 780, x + leg, 780],
        metal,
      )
    canvas.rect(x - 22, 736, 44, 4, metal)
    canvas.rect(
      x - 34,
      672,
      68,
      20,
      canvas.linear([
        [0, lighter(soft, 0.25)],
        [1, darker(soft, 0.2)],
      ]),
      { rx: 9 },
    )
    canvas.path(
      `M${x - 32} 674 q-4 -54 8 -58 q24 -9 48 0 q12 4 8 58 z`,
      canvas.linear([
        [0, lighter(soft, 0.15)],
        [1, darker(soft, 0.12)],
      ]),
    )
  }
}

function drawPendant(canvas: Canvas, light: Light, x: number, metal: string): void {
  canvas.rect(x - 1.5, 0, 3, 300, '#3a3f43')
  drawGlow(canvas, light, x, 350, 100)
  canvas.path(
    `M${x - 12} 296 h24 q4 26 34 48 h-92 q30 -22 34 -48 z`,
    canvas.linear([
      [0, lighter(metal, 0.25)],
      [1, darker(metal, 0.15)],
    ]),
  )
  canvas.ellipse(x, 346, 15, 9, '#fff3cf')
}
