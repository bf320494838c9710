import { type Canvas, darker, lighter, mix } from '../canvas.ts'
import type { Light } from '../light.ts'
import { contactShadow, drawArt, drawGlow, drawPlant, drawRoomWindow } from './fittings.ts'
import { drawShell, type Interior } from './shell.ts'

const cloth = (canvas: Canvas, color: string) =>
  canvas.linear([
    [0, lighter(color, 0.25)],
    [1, darker(color, 0.12)],
  ])

function drawTableLamp(canvas: Canvas, light: Light, x: number, y: number, color: string): void {
  canvas.path(`M${x - 12} ${y} q-12 -26 6 -44 h12 q18 18 6 44 z`, cloth(canvas, color))
  drawGlow(canvas, light, x, y - 66, 110)
  canvas.polygon(
    [x - 20, y - 92, x + 20, y - 92, x + 32, y - 44, x - 32, y - 44],
    canvas.linear([
      [0, '#fff6df'],
      [1, '#ffe1a8'],
    ]),
  )
}

export function drawBedroom(canvas: Canvas, light: Light, interior: Interior): void {
  const { random } = canvas
  const { wood, soft, accent, metal } = interior
  drawShell(canvas, light, interior)
  if (random.chance(0.5)) {
    for (const x of [296, 774])
      drawRoomWindow(canvas, light, x, 178, 128, 226, { rows: 3, curtains: lighter(soft, 0.5) })
    drawArt(canvas, 530, 176, 140, 96, interior)
  } else {
    drawRoomWindow(canvas, light, 330, 176, 200, 220, { columns: 2, curtains: lighter(soft, 0.5) })
    drawArt(canvas, 660, 176, 100, 120, interior)
    drawArt(canvas, 790, 176, 100, 120, { ...interior, soft: accent, accent: soft })
  }
  canvas.polygon([330, 560, 870, 560, 1040, 770, 160, 770], mix(soft, '#ffffff', 0.45))
  for (const x of [330, 870]) {
    contactShadow(canvas, x, 566, 76)
    canvas.rect(x - 56, 470, 112, 94, cloth(canvas, wood), { rx: 4 })
    canvas.rect(x - 48, 482, 96, 34, 'none', { stroke: darker(wood, 0.35), 'stroke-width': 2 })
    canvas.rect(x - 48, 522, 96, 34, 'none', { stroke: darker(wood, 0.35), 'stroke-width': 2 })
    for (const y of [499, 539]) canvas.rect(x - 12, y - 2, 24, 4, metal)
    drawTableLamp(canvas, light, x, 470, accent)
  }
  drawBed(canvas, interior)
  drawPlant(canvas, 1080, 660, 170, interior)
}

function drawBed(canvas: Canvas, { soft, accent, wood }: Interior): void {
  contactShadow(canvas, 600, 742, 330)
  canvas.rect(404, 312, 392, 240, cloth(canvas, mix(soft, wood, 0.3)), { rx: 22 })
  for (let tuft = 0; tuft < 5; tuft++)
    canvas.line(444 + tuft * 78, 326, 444 + tuft * 78, 440, darker(soft, 0.3), 2, { opacity: 0.4 })
  canvas.polygon(
    [414, 470, 786, 470, 850, 690, 350, 690],
    canvas.linear([
      [0, '#ffffff'],
      [1, '#dcd9d2'],
    ]),
  )
  canvas.rect(
    350,
    688,
    500,
    42,
    canvas.linear([
      [0, '#efece5'],
      [1, '#c9c5bc'],
    ]),
    { rx: 8 },
  )
  for (const leg of [362, 820]) canvas.rect(leg, 728, 18, 18, darker(wood, 0.3))
  canvas.path('M392 566 Q600 548 808 566 L852 694 Q600 716 348 694 z', cloth(canvas, lighter(accent, 0.12)))
  canvas.path('M392 566 Q600 548 808 566 L814 590 Q600 572 386 590 z', lighter(accent, 0.45))
  for (let fold = 0; fold < 6; fold++)
    canvas.path(`M${430 + fold * 66} 596 q${(fold - 2.5) * 8} 50 ${(fold - 2.5) * 14} 100`, 'none', {
      stroke: darker(accent, 0.25),
      'stroke-width': 2,
      opacity: 0.25,
    })
  for (const [x, wide, y, color] of [
    [420, 168, 446, '#ffffff'],
    [612, 168, 446, '#ffffff'],
    [446, 136, 474, lighter(soft, 0.35)],
    [620, 136, 474, lighter(soft, 0.35)],
  ] as const)
    canvas.rect(
      x,
      y,
      wide,
      74,
      canvas.linear([
        [0, lighter(color, 0.3)],
        [1, darker(color, 0.14)],
      ]),
      { rx: 22 },
    )
  canvas.rect(536, 494, 128, 56, cloth(canvas, accent), { rx: 16 })
}

export function drawBath(canvas: Canvas, light: Light, interior: Interior): void {
  const { random } = canvas
  drawShell(canvas, light, interior, 'tile')
  const tile = canvas.pattern(
    36,
    18,
    '<path d="M0 .5H36M0 9.5H36M10 0V9M28 9V18" stroke="#8fa0a3" stroke-width="1" fill="none" opacity=".35"/>',
  )
  canvas.rect(250, 300, 700, 204, mix(interior.wall, '#ffffff', 0.6))
  canvas.rect(250, 300, 700, 204, tile)
  canvas.rect(250, 294, 700, 8, '#fbfaf6')
  const left = random.chance(0.5)
  canvas.group(left ? {} : { transform: 'translate(1200 0) scale(-1 1)' }, () => {
    drawVanity(canvas, light, interior)
    drawRoomWindow(canvas, light, 730, 168, 170, 190, { rows: 2 })
    drawTub(canvas, interior)
  })
  drawPlant(canvas, left ? 1060 : 140, 650, 130, interior)
  canvas.ellipse(600, 744, 210, 34, lighter(interior.soft, 0.35))
  canvas.ellipse(600, 744, 186, 28, 'none', { stroke: interior.accent, 'stroke-width': 3, opacity: 0.5 })
}

function drawVanity(canvas: Canvas, light: Light, { wood, stone, metal, accent }: Interior): void {
  contactShadow(canvas, 440, 560, 210)
  canvas.rect(286, 420, 310, 138, cloth(canvas, wood))
  for (const x of [294, 396, 498])
    canvas.rect(x, 430, 90, 118, 'none', { stroke: darker(wood, 0.3), 'stroke-width': 2 })
  for (const x of [368, 470, 512]) canvas.rect(x, 476, 4, 26, metal)
  canvas.rect(
    278,
    404,
    326,
    18,
    canvas.linear([
      [0, lighter(stone, 0.3)],
      [1, darker(stone, 0.12)],
    ]),
  )
  for (const x of [362, 520]) {
    canvas.rect(x - 48, 190, 96, 150, metal, { rx: 48 })
    canvas.rect(
      x - 43,
      195,
      86,
      140,
      canvas.linear(
        [
          [0, '#e9f1f3'],
          [1, '#b3c4ca'],
        ],
        { x2: 0.6 },
      ),
      { rx: 43 },
    )
    canvas.polygon([x - 30, 300, x + 12, 204, x + 28, 212, x - 14, 322], '#ffffff', { opacity: 0.35 })
    canvas.path(`M${x - 40} 404 q40 -26 80 0 z`, '#ffffff')
    canvas.path(`M${x} 396 v-26 q0 -10 12 -8`, 'none', { stroke: metal, 'stroke-width': 5 })
  }
  for (const x of [290, 441, 592]) {
    drawGlow(canvas, light, x, 246, 66)
    canvas.rect(x - 6, 226, 12, 40, '#fff1cc', { rx: 6 })
  }
  canvas.rect(432, 376, 18, 28, accent, { rx: 4 })
}

function drawTub(canvas: Canvas, { metal }: Interior): void {
  contactShadow(canvas, 800, 662, 240)
  canvas.path(
    'M606 500 Q800 486 994 500 Q984 640 910 656 H690 Q616 640 606 500 z',
    canvas.linear([
      [0, '#ffffff'],
      [0.7, '#eceae6'],
      [1, '#c9c8c4'],
    ]),
  )
  canvas.ellipse(800, 502, 194, 24, '#fdfdfc')
  canvas.ellipse(
    800,
    505,
    172,
    17,
    canvas.linear([
      [0, '#b9d3da'],
      [1, '#dcebee'],
    ]),
  )
  canvas.path('M960 640 V420 q0 -20 -22 -20 h-26 v14', 'none', { stroke: metal, 'stroke-width': 7 })
  canvas.path(
    'M640 496 q30 -12 70 0 l-6 92 q-30 10 -58 0 z',
    canvas.linear([
      [0, '#ffffff'],
      [1, '#e1ddd5'],
    ]),
  )
}
