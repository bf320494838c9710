import type { HomeKind } from '#world/home-kinds.ts'
import { type Canvas, HEIGHT, WIDTH } from './canvas.ts'
import { drawDock, drawLawn, drawMarsh, drawShore, drawWalk } from './ground.ts'
import { pickScheme } from './houses/scheme.ts'
import { drawCondos, drawModern, drawTownhouses } from './houses/shared.ts'
import { drawCottage, drawFarmhouse, drawManufactured } from './houses/small.ts'
import { drawBeachHouse, drawColonial, drawLowcountry } from './houses/tall.ts'
import type { Light } from './light.ts'
import { drawGrass, drawLiveOak, drawPalmetto, drawShrub } from './plants.ts'
import { drawAtmosphere, drawSky, drawTreeLine } from './sky.ts'

const HOUSES = {
  cottage: drawCottage,
  colonial: drawColonial,
  farmhouse: drawFarmhouse,
  modern: drawModern,
  beach: drawBeachHouse,
  lowcountry: drawLowcountry,
  townhouse: drawTownhouses,
  condo: drawCondos,
  manufactured: drawManufactured,
}
const BLOOMS = ['#e8799d', '#f3b7c9', '#ffffff', '#c75b8e', '#8fa6e0']

/** The home from the street, or the land as it lies there. */
export function drawExterior(canvas: Canvas, light: Light, kind: HomeKind): void {
  if (kind === 'land') {
    drawLand(canvas, light)
    return
  }
  const { random } = canvas
  const horizon = 520
  drawSky(canvas, light, horizon)
  drawBackdrop(canvas, light, kind, horizon)
  if (kind === 'beach') drawShore(canvas, light, horizon - 40)
  else drawLawn(canvas, light, horizon + 40)
  if (kind !== 'beach' && kind !== 'modern') drawWalk(canvas, 600, 628, 54)
  drawTreesBehind(canvas, light, kind)
  canvas.ellipse(
    620,
    626,
    460,
    26,
    canvas.radial([
      [0, '#10241c', 0.55],
      [0.75, '#10241c', 0.3],
      [1, '#10241c', 0],
    ]),
  )
  const scheme = pickScheme(random, kind)
  // Not every house looks at the street from the same side.
  const size = kind === 'beach' ? 1.04 : 1.12
  const across = random.chance(0.5) ? size : -size
  const transform = `translate(600 622) scale(${across} ${size}) translate(-600 -622)`
  canvas.group({ transform }, () => HOUSES[kind](canvas, light, scheme))
  drawGarden(canvas, light, kind)
  drawAtmosphere(canvas, light)
}

function drawBackdrop(canvas: Canvas, light: Light, kind: HomeKind, horizon: number): void {
  const { random } = canvas
  if (kind === 'beach') return
  drawTreeLine(canvas, light, horizon, 60, 0.7)
  if (random.chance(0.35)) drawMarsh(canvas, light, horizon, 60)
  else drawTreeLine(canvas, light, horizon + 40, 90, 0.38)
}

function drawTreesBehind(canvas: Canvas, light: Light, kind: HomeKind): void {
  const { random } = canvas
  if (kind === 'beach') {
    drawPalmetto(canvas, light, random.int(130, 220), 640, random.int(330, 420))
    drawPalmetto(canvas, light, random.int(980, 1080), 630, random.int(270, 360))
    return
  }
  if (random.chance(0.75)) drawLiveOak(canvas, light, random.int(90, 190), 606, random.int(330, 430))
  else drawPalmetto(canvas, light, random.int(120, 200), 612, random.int(330, 420))
  if (random.chance(0.55)) drawLiveOak(canvas, light, random.int(1020, 1110), 602, random.int(300, 400))
  else for (const x of [1030, 1110]) drawPalmetto(canvas, light, x + random.int(-20, 20), 616, random.int(260, 380))
}

function drawGarden(canvas: Canvas, light: Light, kind: HomeKind): void {
  const { random } = canvas
  const bloom = random.pick(BLOOMS)
  if (kind === 'beach') {
    for (const x of [90, 1040, 1130]) drawGrass(canvas, x, x + 120, 790, 90, '#a3a566')
    return
  }
  const gap = kind === 'townhouse' || kind === 'condo' ? 0 : 90
  for (let x = 220; x < 990; x += random.int(46, 84)) {
    if (Math.abs(x - 600) < gap + 20) continue
    if (kind === 'modern' && x < 740) drawGrass(canvas, x - 12, x + 24, 640, 40, '#8fa25c')
    else if (kind !== 'townhouse')
      drawShrub(canvas, light, x, 646, random.int(24, 44), random.chance(0.45) ? bloom : undefined)
  }
  if (kind === 'condo')
    for (const x of [170, 330, 880, 1050])
      drawPalmetto(canvas, light, x + random.int(-20, 20), 690, random.int(230, 330))
  if (random.chance(0.5))
    drawPalmetto(
      canvas,
      light,
      random.chance(0.5) ? random.int(60, 150) : random.int(1050, 1140),
      735,
      random.int(360, 470),
    )
  if (kind === 'townhouse') drawSidewalk(canvas)
}

function drawSidewalk(canvas: Canvas): void {
  canvas.rect(
    0,
    632,
    WIDTH,
    60,
    canvas.linear([
      [0, '#cfc6b8'],
      [1, '#bdb3a4'],
    ]),
  )
  for (let x = -40; x < WIDTH; x += 110) canvas.line(x + 40, 632, x, 692, '#978d80', 1.6, { opacity: 0.6 })
  canvas.rect(0, 692, WIDTH, 9, '#9d958a')
  canvas.rect(
    0,
    701,
    WIDTH,
    HEIGHT - 701,
    canvas.linear([
      [0, '#6d7074'],
      [1, '#55585c'],
    ]),
  )
  canvas.rect(0, 701, WIDTH, 16, '#14202b', { opacity: 0.2 })
}

/** Marsh, creek, oaks and a dock. */
export function drawLand(canvas: Canvas, light: Light): void {
  const { random } = canvas
  const horizon = 360
  drawSky(canvas, light, horizon)
  drawTreeLine(canvas, light, horizon, 46, 0.72)
  drawMarsh(canvas, light, horizon, 200)
  if (random.chance(0.55)) drawDock(canvas, light, random.int(380, 760), 640, 470)
  canvas.path(
    `M0 560 Q300 530 620 566 T1200 548 V${HEIGHT} H0 z`,
    canvas.linear([
      [0, light.lawn[0]],
      [1, light.lawn[1]],
    ]),
  )
  drawGrass(canvas, -10, WIDTH, 590, 34, light.lawn[1])
  drawLiveOak(canvas, light, random.int(150, 300), 650, random.int(420, 520))
  if (random.chance(0.6)) drawLiveOak(canvas, light, random.int(930, 1080), 620, random.int(300, 400))
  for (let index = random.int(1, 3); index > 0; index--)
    drawPalmetto(canvas, light, random.int(520, 1120), random.int(610, 690), random.int(200, 330))
  for (let row = 0; row < 4; row++) drawGrass(canvas, -10, WIDTH, 680 + row * 44, 30 + row * 12, light.lawn[1])
  drawAtmosphere(canvas, light)
}
