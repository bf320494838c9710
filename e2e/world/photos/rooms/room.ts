import { createRandom } from '#world/random.ts'
import { type Canvas, createCanvas, darker, lighter } from '../canvas.ts'
import { drawDock, drawMarsh } from '../ground.ts'
import type { Light } from '../light.ts'
import { drawLiveOak, drawPalmetto } from '../plants.ts'
import { drawColumn, drawRail } from '../porch.ts'
import { drawAtmosphere, drawSky, drawTreeLine } from '../sky.ts'
import { contactShadow, drawGlow, drawPlant, drawRoomWindow } from './fittings.ts'
import { drawKitchen } from './kitchen.ts'
import { drawFloorLamp, drawLiving, drawRug, drawSofa } from './living.ts'
import { drawBath, drawBedroom } from './private.ts'
import { drawShell, type Interior, pickInterior } from './shell.ts'

type Draw = (canvas: Canvas, light: Light, interior: Interior) => void

// The order in which people want to see them; the second bedroom comes late.
const TOUR: Draw[] = [
  drawLiving,
  drawKitchen,
  drawBedroom,
  drawBath,
  drawDining,
  drawPorchView,
  drawBedroom,
  drawDen,
  drawBath,
]

/** One of the rooms of a home, in the home's own colours. */
export function drawRoom(canvas: Canvas, light: Light, mlsNumber: string, place: number): void {
  const interior = pickInterior(createCanvas(`inside:${mlsNumber}`))
  const flipped = createRandom(`flip:${mlsNumber}`).chance(0.5)
  const tour = flipped ? TOUR.with(0, drawKitchen).with(1, drawLiving) : TOUR
  const draw = tour[(place - 2) % tour.length] ?? drawLiving
  draw(canvas, light, interior)
  if (draw !== drawPorchView) {
    canvas.rect(0, 0, 1200, 800, light.lit ? '#ffb35a' : light.wash[0], {
      opacity: light.lit ? 0.1 : light.wash[1] * 0.6,
    })
    canvas.ellipse(
      600,
      400,
      940,
      700,
      canvas.radial([
        [0.62, '#0d1a22', 0],
        [1, '#0d1a22', 0.24],
      ]),
    )
  }
}

function drawDining(canvas: Canvas, light: Light, interior: Interior): void {
  const { wood, soft, metal, accent } = interior
  drawShell(canvas, light, interior)
  for (let panel = 0; panel < 7; panel++)
    canvas.rect(262 + panel * 98, 412, 88, 84, 'none', { stroke: darker(interior.wall, 0.14), 'stroke-width': 3 })
  canvas.rect(250, 392, 700, 8, '#fbfaf6')
  for (const x of [300, 530, 760]) drawRoomWindow(canvas, light, x, 168, 140, 200, { rows: 3 })
  drawRug(canvas, 690, 440, soft, accent)
  const chair = (x: number, y: number, size: number) => {
    contactShadow(canvas, x, y, size * 0.6)
    for (const leg of [-0.34, 0.26])
      canvas.rect(x + leg * size, y - size * 0.5, size * 0.08, size * 0.5, darker(wood, 0.3))
    canvas.rect(x - size * 0.4, y - size * 0.62, size * 0.8, size * 0.2, lighter(soft, 0.15), { rx: 8 })
    canvas.rect(
      x - size * 0.38,
      y - size * 1.36,
      size * 0.76,
      size * 0.76,
      canvas.linear([
        [0, lighter(soft, 0.2)],
        [1, darker(soft, 0.15)],
      ]),
      { rx: 14 },
    )
  }
  for (const x of [430, 600, 770]) chair(x, 632, 96)
  contactShadow(canvas, 600, 752, 380)
  for (const leg of [320, 862]) canvas.rect(leg, 610, 18, 136, darker(wood, 0.35))
  canvas.polygon(
    [340, 566, 860, 566, 930, 624, 270, 624],
    canvas.linear([
      [0, lighter(wood, 0.28)],
      [1, wood],
    ]),
  )
  canvas.rect(270, 624, 660, 16, darker(wood, 0.28))
  for (const x of [400, 520, 690, 810]) {
    canvas.ellipse(x, 606, 42, 9, '#fbfaf6')
    canvas.ellipse(x, 605, 28, 5.5, darker('#fbfaf6', 0.06))
  }
  canvas.path(
    'M584 592 q-8 -46 16 -46 q24 0 16 46 z',
    canvas.linear([
      [0, lighter(accent, 0.4)],
      [1, accent],
    ]),
  )
  for (const [dx, color] of [
    [-34, '#e8a0ae'],
    [-12, '#f3d3c4'],
    [14, '#e8a0ae'],
    [36, '#fff1e6'],
  ] as const) {
    canvas.path(`M600 548 q${dx * 0.5} -22 ${dx} -44`, 'none', { stroke: '#5f8a5c', 'stroke-width': 3 })
    canvas.ellipse(600 + dx, 500, 15, 13, color)
  }
  for (const x of [350, 850]) chair(x, 776, 124)
  canvas.rect(598, 0, 4, 214, '#3a3f43')
  drawGlow(canvas, light, 600, 262, 210)
  canvas.path('M470 246 q130 -70 260 0', 'none', { stroke: metal, 'stroke-width': 6 })
  for (const x of [476, 538, 600, 662, 724])
    canvas.rect(
      x - 9,
      236,
      18,
      34,
      canvas.linear([
        [0, '#fff6dc'],
        [1, '#ffe2a6'],
      ]),
      { rx: 6 },
    )
  drawPlant(canvas, 214, 640, 150, interior)
}

function drawDen(canvas: Canvas, light: Light, interior: Interior): void {
  const { wood, accent, soft, metal } = interior
  drawShell(canvas, light, interior)
  canvas.rect(
    262,
    150,
    300,
    370,
    canvas.linear([
      [0, lighter(wood, 0.1)],
      [1, darker(wood, 0.15)],
    ]),
  )
  const colors = [accent, soft, '#e9e1cf', darker(accent, 0.3), '#7d8f7a', '#c9a36a', '#4a5560']
  for (let shelf = 0; shelf < 4; shelf++) {
    const y = 162 + shelf * 88
    canvas.rect(274, y, 276, 76, darker(wood, 0.42))
    for (let x = 280; x < 520; ) {
      const [wide, tall] = [canvas.random.int(9, 20), canvas.random.int(42, 66)]
      if (canvas.random.chance(0.84)) canvas.rect(x, y + 76 - tall, wide, tall, canvas.random.pick(colors), { rx: 1.5 })
      x += wide + 2
    }
  }
  drawRoomWindow(canvas, light, 660, 176, 220, 230, { columns: 2, rows: 3, curtains: lighter(soft, 0.35) })
  drawRug(canvas, 690, 400, soft, accent)
  drawFloorLamp(canvas, light, 606, 570, metal)
  drawSofa(canvas, 780, 660, 380, interior)
  drawPlant(canvas, 210, 650, 170, interior)
}

/** Out on the porch: the rail, two chairs and the marsh beyond. */
function drawPorchView(canvas: Canvas, light: Light, { wood, soft }: Interior): void {
  const horizon = 350
  drawSky(canvas, light, horizon)
  drawTreeLine(canvas, light, horizon, 50, 0.7)
  drawMarsh(canvas, light, horizon, 230)
  drawDock(canvas, light, 640, 600, 450)
  drawLiveOak(canvas, light, 190, 590, 340)
  drawPalmetto(canvas, light, 1010, 600, 280)
  drawAtmosphere(canvas, light)
  const trim = '#f6f3ec'
  canvas.polygon(
    [0, 0, 1200, 0, 1100, 96, 100, 96],
    canvas.linear([
      [0, '#8fbdc0'],
      [1, '#bcdcdb'],
    ]),
  )
  for (let board = 0; board <= 16; board++)
    canvas.line(100 + board * 62.5, 96, board * 75, 0, '#6d9ea2', 1.4, { opacity: 0.5 })
  canvas.rect(
    0,
    94,
    1200,
    22,
    canvas.linear([
      [0, lighter(trim, 0.2)],
      [1, darker(trim, 0.15)],
    ]),
  )
  const floor = canvas.linear([
    [0, darker(wood, 0.05)],
    [1, lighter(wood, 0.25)],
  ])
  canvas.polygon([0, 610, 1200, 610, 1200, 800, 0, 800], floor)
  for (let board = -14; board <= 14; board++)
    canvas.line(600 + board * 60, 610, 600 + board * 118, 800, darker(wood, 0.4), 1.5, { opacity: 0.35 })
  drawRail(canvas, 0, 500, 1200, 104, trim)
  canvas.rect(0, 602, 1200, 10, darker(trim, 0.14))
  for (const x of [70, 430, 790, 1140]) drawColumn(canvas, x, 112, 612, 34, trim)
  for (const [x, mirror] of [
    [360, 1],
    [860, -1],
  ] as const)
    canvas.group({ transform: `translate(${x} 0) scale(${mirror} 1)` }, () => drawRockingChair(canvas, soft))
  contactShadow(canvas, 610, 752, 90)
  canvas.rect(600, 676, 20, 74, darker(wood, 0.3))
  canvas.ellipse(610, 676, 72, 15, lighter(wood, 0.35))
  for (const x of [584, 630])
    canvas.polygon([x - 10, 636, x + 10, 636, x + 7, 674, x - 7, 674], '#eef6f6', { opacity: 0.85 })
}

function drawRockingChair(canvas: Canvas, soft: string): void {
  const paint = '#fbfaf6'
  contactShadow(canvas, 0, 768, 130)
  canvas.path('M-120 752 Q0 786 120 746', 'none', {
    stroke: darker(paint, 0.12),
    'stroke-width': 11,
    'stroke-linecap': 'round',
  })
  for (const x of [-84, 76]) canvas.rect(x, 610, 11, 152, darker(paint, 0.06))
  for (let slat = 0; slat < 6; slat++)
    canvas.rect(
      -70 + slat * 24,
      466,
      15,
      186,
      canvas.linear([
        [0, paint],
        [1, darker(paint, 0.14)],
      ]),
      { rx: 4 },
    )
  canvas.rect(-86, 458, 166, 20, paint, { rx: 9 })
  canvas.rect(-100, 600, 196, 13, paint, { rx: 6 })
  canvas.polygon([-92, 660, 88, 660, 104, 692, -108, 692], darker(paint, 0.06))
  canvas.rect(-80, 646, 156, 28, lighter(soft, 0.15), { rx: 12 })
}
