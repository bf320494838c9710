import { createCanvas, darker, lighter } from './canvas.ts'

const BACKDROPS = ['#cfe0d3', '#f0ddc3', '#d5dfe8', '#ead3cb', '#dbe3c9', '#e4dbe6']
const SKINS = ['#f2cfb3', '#e3b08a', '#c98d64', '#a06a45', '#7a4d33', '#5b3a29']
const HAIRS = ['#2b211c', '#4a3324', '#7a5230', '#b98a4e', '#8f8a86', '#5a2f25', '#1c1a1f']
const JACKETS = ['#12372a', '#24405f', '#3c4247', '#7a2e2a', '#5a6b52', '#e8e3d8', '#85684c']
const SHIRTS = ['#ffffff', '#f3ead8', '#dfe9f0', '#f4d9cf']

/** A friendly bust without a face: somebody, and nobody. The same slug always gives the same person. */
export function drawPortrait(slug: string, pixels: number): string {
  const canvas = createCanvas(`person:${slug}`)
  const { random } = canvas
  const backdrop = random.pick(BACKDROPS)
  canvas.rect(
    0,
    0,
    800,
    800,
    canvas.linear(
      [
        [0, lighter(backdrop, 0.45)],
        [1, darker(backdrop, 0.12)],
      ],
      { x2: 0.6 },
    ),
  )
  canvas.ellipse(
    random.int(180, 620),
    280,
    420,
    400,
    canvas.radial([
      [0, '#ffffff', 0.55],
      [1, '#ffffff', 0],
    ]),
  )
  for (let leaf = 0; leaf < 7; leaf++)
    drawLeaf(canvas, random.chance(0.5) ? 90 : 710, 640 - leaf * 24, darker(backdrop, 0.2))
  const [skin, hair] = [random.pick(SKINS), random.pick(HAIRS)]
  const style = random.int(0, 4)
  const hairFill = canvas.linear(
    [
      [0, lighter(hair, 0.18)],
      [1, darker(hair, 0.3)],
    ],
    { x2: 0.7 },
  )
  if (style >= 3)
    canvas.path(
      'M262 330 Q250 150 400 146 T540 330 Q566 470 548 560 Q500 610 400 600 T252 560 Q236 450 262 330 z',
      hairFill,
    )
  drawShoulders(canvas, random.pick(JACKETS), random.pick(SHIRTS))
  canvas.path(
    'M346 470 h108 v92 q-54 60 -108 0 z',
    canvas.linear([
      [0, darker(skin, 0.3)],
      [0.6, darker(skin, 0.1)],
      [1, skin],
    ]),
  )
  canvas.path(
    'M282 318 q0 -140 118 -140 t118 140 q0 196 -118 206 q-118 -10 -118 -206 z',
    canvas.linear(
      [
        [0, lighter(skin, 0.14)],
        [0.6, skin],
        [1, darker(skin, 0.14)],
      ],
      { x2: 0.8 },
    ),
  )
  for (const x of [280, 520]) canvas.ellipse(x, 352, 17, 30, darker(skin, 0.1))
  canvas.ellipse(334, 404, 24, 15, '#e8826b', { opacity: 0.12 })
  canvas.ellipse(466, 404, 24, 15, '#e8826b', { opacity: 0.12 })
  canvas.path('M366 432 q34 30 68 0', 'none', {
    stroke: darker(skin, 0.45),
    'stroke-width': 6,
    'stroke-linecap': 'round',
    opacity: 0.7,
  })
  drawHair(canvas, style, hairFill)
  if (random.chance(0.3)) drawGlasses(canvas)
  return canvas.toSvg(pixels, 800, 800)
}

type Canvas = ReturnType<typeof createCanvas>

function drawLeaf(canvas: Canvas, x: number, y: number, color: string): void {
  const reach = canvas.random.int(90, 190)
  const angle = canvas.random.float() * Math.PI
  const [tx, ty] = [x + Math.cos(angle) * reach, y - Math.sin(angle) * reach]
  canvas.path(
    `M${x} ${y} Q${(x + tx) / 2 - 22} ${(y + ty) / 2 - 22} ${tx} ${ty} Q${(x + tx) / 2 + 22} ${(y + ty) / 2 + 22} ${x} ${y} z`,
    color,
    { opacity: 0.32 },
  )
}

function drawShoulders(canvas: Canvas, jacket: string, shirt: string): void {
  canvas.path(
    'M96 800 Q110 610 300 566 L400 640 L500 566 Q690 610 704 800 z',
    canvas.linear(
      [
        [0, lighter(jacket, 0.14)],
        [1, darker(jacket, 0.25)],
      ],
      { x2: 0.5 },
    ),
  )
  canvas.path(
    'M318 560 L400 690 L482 560 L458 540 H342 z',
    canvas.linear([
      [0, darker(shirt, 0.1)],
      [1, shirt],
    ]),
  )
  canvas.path('M300 566 L334 536 L402 700 L372 800 H340 z', lighter(jacket, 0.08))
  canvas.path('M500 566 L466 536 L398 700 L428 800 H460 z', darker(jacket, 0.14))
  canvas.ellipse(236, 690, 11, 11, '#e2c676')
}

function drawHair(canvas: Canvas, style: number, fill: string): void {
  if (style === 0)
    canvas.path('M274 330 Q262 150 404 148 Q540 150 526 330 Q516 250 470 232 Q390 262 320 238 Q284 256 274 330 z', fill)
  else if (style === 1)
    canvas.path(
      'M272 340 Q240 170 380 140 Q560 120 528 340 Q520 270 496 240 Q420 250 372 200 Q350 250 300 256 Q280 280 272 340 z',
      fill,
    )
  else if (style === 2) {
    for (const [cx, cy] of [
      [300, 232],
      [340, 186],
      [400, 168],
      [460, 186],
      [500, 232],
      [284, 284],
      [516, 284],
    ] as const)
      canvas.ellipse(cx, cy, 52, 48, fill)
  } else if (style === 3)
    canvas.path('M270 350 Q262 160 400 158 T530 350 Q520 268 468 226 Q380 250 300 250 Q276 290 270 350 z', fill)
  else {
    canvas.ellipse(400, 132, 62, 54, fill)
    canvas.path('M272 336 Q266 164 400 160 T528 336 Q506 226 400 226 T272 336 z', fill)
  }
}

function drawGlasses(canvas: Canvas): void {
  const wire = { stroke: '#2b2f33', 'stroke-width': 6 }
  for (const x of [348, 452]) canvas.ellipse(x, 350, 38, 32, '#ffffff', { ...wire, 'fill-opacity': 0.2 })
  canvas.path('M386 346 q14 -10 28 0', 'none', wire)
}
