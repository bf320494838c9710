import { type Canvas, darker, lighter, mix } from '../canvas.ts'
import type { Light } from '../light.ts'
import { contactShadow, drawArt, drawGlow, drawPlant, drawRoomWindow } from './fittings.ts'
import { drawShell, type Interior } from './shell.ts'

const upholstery = (canvas: Canvas, color: string) =>
  canvas.linear([
    [0, lighter(color, 0.22)],
    [0.5, color],
    [1, darker(color, 0.22)],
  ])

export function drawRug(canvas: Canvas, y: number, reach: number, color: string, accent: string): void {
  const tall = reach * 0.2
  canvas.polygon(
    [600 - reach * 0.8, y - tall, 600 + reach * 0.8, y - tall, 600 + reach, y + tall, 600 - reach, y + tall],
    lighter(color, 0.35),
  )
  canvas.polygon(
    [
      600 - reach * 0.74,
      y - tall * 0.82,
      600 + reach * 0.74,
      y - tall * 0.82,
      600 + reach * 0.92,
      y + tall * 0.82,
      600 - reach * 0.92,
      y + tall * 0.82,
    ],
    'none',
    { stroke: accent, 'stroke-width': 4, opacity: 0.55 },
  )
}

export function drawSofa(canvas: Canvas, x: number, y: number, width: number, { soft, accent, wood }: Interior): void {
  contactShadow(canvas, x, y + 2, width * 0.62)
  const left = x - width / 2
  for (const leg of [left + 16, left + width - 26]) canvas.rect(leg, y - 16, 10, 18, darker(wood, 0.3))
  canvas.rect(left + 10, y - 132, width - 20, 90, upholstery(canvas, darker(soft, 0.06)), { rx: 20 })
  const seats = 3
  for (let seat = 0; seat < seats; seat++) {
    const wide = (width - 56) / seats
    canvas.rect(left + 28 + seat * wide, y - 122, wide - 4, 66, upholstery(canvas, soft), { rx: 12 })
    canvas.rect(left + 26 + seat * wide, y - 66, wide, 34, upholstery(canvas, lighter(soft, 0.1)), { rx: 9 })
  }
  canvas.rect(left + 12, y - 40, width - 24, 28, upholstery(canvas, darker(soft, 0.12)), { rx: 6 })
  for (const arm of [left - 6, left + width - 34])
    canvas.rect(arm, y - 98, 40, 86, upholstery(canvas, soft), { rx: 15 })
  for (const [at, color, turn] of [
    [0.17, accent, -9],
    [0.27, lighter(accent, 0.6), 7],
    [0.8, mix(accent, soft, 0.35), 8],
  ] as const)
    canvas.rect(left + width * at - 26, y - 106, 54, 50, upholstery(canvas, color), {
      rx: 9,
      transform: `rotate(${turn} ${left + width * at} ${y - 80})`,
    })
}

export function drawFloorLamp(canvas: Canvas, light: Light, x: number, y: number, metal: string): void {
  contactShadow(canvas, x, y, 40)
  canvas.rect(x - 3, y - 256, 6, 254, metal)
  canvas.ellipse(x, y - 2, 30, 7, darker(metal, 0.2))
  drawGlow(canvas, light, x, y - 270, 150)
  canvas.polygon(
    [x - 30, y - 312, x + 30, y - 312, x + 48, y - 240, x - 48, y - 240],
    canvas.linear([
      [0, '#fff6df'],
      [1, '#ffe0a3'],
    ]),
  )
}

function drawFireplace(canvas: Canvas, light: Light, x: number, interior: Interior): void {
  const { stone, wood } = interior
  canvas.rect(
    x - 110,
    142,
    220,
    378,
    canvas.linear(
      [
        [0, lighter(stone, 0.1)],
        [1, darker(stone, 0.12)],
      ],
      { x2: 1, y2: 0.2 },
    ),
  )
  canvas.rect(
    x - 110,
    142,
    220,
    378,
    canvas.pattern(
      44,
      24,
      '<path d="M0 .5H44M0 12.5H44M12 0V12M34 12V24" stroke="#14202b" stroke-width="1" fill="none" opacity=".14"/>',
    ),
  )
  canvas.rect(
    x - 128,
    350,
    256,
    18,
    canvas.linear([
      [0, lighter(wood, 0.2)],
      [1, darker(wood, 0.25)],
    ]),
  )
  canvas.rect(x - 68, 400, 136, 120, '#1c1f22')
  for (const [at, tall, color] of [
    [-26, 46, '#e8743a'],
    [18, 58, '#f0913f'],
    [-4, 40, '#ffd27a'],
  ] as const)
    canvas.path(`M${x + at - 18} 512 q-4 ${-tall * 0.6} 18 ${-tall} q22 ${tall * 0.5} 16 ${tall} z`, color, {
      opacity: light.lit ? 0.95 : 0.7,
    })
  canvas.rect(x - 50, 508, 100, 9, '#5b4030', { rx: 4 })
  drawGlow(canvas, light, x, 480, 130)
  drawArt(canvas, x - 70, 196, 140, 118, interior)
}

export function drawLiving(canvas: Canvas, light: Light, interior: Interior): void {
  const { random } = canvas
  drawShell(canvas, light, interior)
  const hasFire = random.chance(0.5)
  if (hasFire) {
    drawFireplace(canvas, light, 600, interior)
    for (const x of [300, 770]) drawRoomWindow(canvas, light, x, 190, 130, 220, { rows: 3 })
  } else {
    drawRoomWindow(canvas, light, 420, 176, 360, 232, { columns: 3, curtains: lighter(interior.soft, 0.4) })
    drawArt(canvas, 282, 210, 84, 108, interior)
    drawArt(canvas, 838, 210, 84, 108, { ...interior, accent: interior.soft, soft: interior.accent })
  }
  drawRug(canvas, 690, 420, interior.soft, interior.accent)
  drawFloorLamp(canvas, light, random.chance(0.5) ? 262 : 940, 590, interior.metal)
  const across = hasFire ? (random.chance(0.5) ? 290 : 910) : 600
  drawSofa(canvas, across, hasFire ? 690 : 630, hasFire ? 440 : 500, interior)
  drawPlant(canvas, across < 600 ? 985 : 214, 640, 150, interior)
  drawTable(canvas, hasFire ? 620 : 600, 742, interior)
}

function drawTable(canvas: Canvas, x: number, y: number, { wood, accent }: Interior): void {
  contactShadow(canvas, x, y + 4, 190)
  for (const leg of [-118, 106]) canvas.rect(x + leg, y - 44, 12, 48, darker(wood, 0.35))
  canvas.ellipse(x, y - 48, 150, 30, darker(wood, 0.3))
  canvas.ellipse(
    x,
    y - 56,
    150,
    30,
    canvas.linear([
      [0, lighter(wood, 0.3)],
      [1, wood],
    ]),
  )
  canvas.rect(x - 62, y - 76, 74, 12, accent, { rx: 2 })
  canvas.rect(x - 54, y - 86, 60, 10, '#f4f0e6', { rx: 2 })
  canvas.path(
    `M${x + 46} ${y - 62} q-16 -26 4 -42 h22 q20 16 4 42 z`,
    canvas.linear([
      [0, '#ffffff'],
      [1, '#cfd6d4'],
    ]),
  )
  for (const [dx, dy] of [
    [-14, -92],
    [8, -104],
    [28, -90],
  ] as const)
    canvas.path(
      `M${x + 60} ${y - 102} q${dx * 0.3} ${dy * 0.2} ${dx} ${dy * 0.5} q${-dx * 0.2} 24 ${-dx} ${-dy * 0.5} z`,
      '#6f9a68',
    )
}
