import { type Canvas, darker, HEIGHT, lighter, mix, WIDTH } from './canvas.ts'
import type { Light } from './light.ts'
import { drawGrass } from './plants.ts'

export function drawLawn(canvas: Canvas, light: Light, horizon: number): void {
  const { random } = canvas
  const [far, near] = light.lawn
  canvas.rect(
    0,
    horizon,
    WIDTH,
    HEIGHT - horizon,
    canvas.linear([
      [0, far],
      [1, near],
    ]),
  )
  for (let band = 0; band < 6; band++) {
    const y = horizon + (HEIGHT - horizon) * (band / 6) ** 1.4
    const tall = 10 + band * 9
    canvas.path(
      `M-20 ${y} Q${WIDTH * random.float()} ${y - tall * 0.6} ${WIDTH + 20} ${y + random.int(-6, 6)} V${y + tall} Q${WIDTH / 2} ${y + tall * 0.4} -20 ${y + tall} z`,
      band % 2 ? lighter(near, 0.12) : darker(near, 0.12),
      { opacity: 0.3 },
    )
  }
  drawGrass(canvas, -10, WIDTH, HEIGHT + 4, 26, darker(near, 0.25))
}

/** A walk from the door to the street, in brick, shell or concrete. */
export function drawWalk(canvas: Canvas, x: number, y: number, width: number): void {
  const { random } = canvas
  const color = random.pick(['#c9b8a0', '#b98a74', '#d3cec4', '#d8ccb2'])
  const spread = random.int(-60, 60)
  const end = x + spread
  const fill = canvas.linear([
    [0, darker(color, 0.18)],
    [1, lighter(color, 0.12)],
  ])
  canvas.path(
    `M${x - width / 2} ${y} C${x - width} ${y + 60} ${end - width * 2.2} ${y + 80} ${end - width * 2.4} ${HEIGHT} H${end + width * 2.4} C${end + width * 2} ${y + 80} ${x + width} ${y + 60} ${x + width / 2} ${y} z`,
    fill,
  )
  for (let step = 1; step < 6; step++) {
    const at = y + (HEIGHT - y) * (step / 6) ** 1.3
    const reach = width * (0.5 + 1.7 * (step / 6))
    canvas.line(x + (spread * step) / 6 - reach, at, x + (spread * step) / 6 + reach, at, darker(color, 0.3), 1.5, {
      opacity: 0.4,
    })
  }
}

/** Marsh with a creek that winds through it. */
export function drawMarsh(canvas: Canvas, light: Light, horizon: number, depth: number): void {
  const { random } = canvas
  const reed = mix('#b6a95a', light.lawn[0], 0.45)
  canvas.rect(
    0,
    horizon,
    WIDTH,
    depth + 70,
    canvas.linear([
      [0, mix(reed, light.haze, 0.5)],
      [1, reed],
    ]),
  )
  const water = canvas.linear([
    [0, light.water[0]],
    [1, light.water[1]],
  ])
  const [a, b] = [random.int(150, 450), random.int(700, 1000)]
  canvas.path(
    `M${a} ${horizon} C${a + 200} ${horizon + depth * 0.12} ${b - 500} ${horizon + depth * 0.28} ${b} ${horizon + depth * 0.34} ` +
      `S${a - 200} ${horizon + depth * 0.62} ${a + 120} ${horizon + depth} H${b + 160} C${a + 300} ${horizon + depth * 0.7} ${b + 420} ${horizon + depth * 0.5} ${b + 90} ${horizon + depth * 0.28} ` +
      `S${a + 320} ${horizon + depth * 0.1} ${a + 40} ${horizon} z`,
    water,
  )
  for (let row = 1; row <= 5; row++) {
    const y = horizon + (depth * row) / 5
    const size = 8 + row * 6
    for (let clump = 0; clump < 9; clump++) {
      const x = random.int(-20, WIDTH)
      drawGrass(canvas, x, x + 50 + row * 10, y, size, darker(reed, 0.12 + random.float() * 0.2))
    }
  }
}

/** Sea to the horizon, with light on it, then sand and dunes. */
export function drawShore(canvas: Canvas, light: Light, horizon: number): void {
  const { random } = canvas
  const water = canvas.linear([
    [0, darker(light.water[1], 0.1)],
    [0.6, light.water[1]],
    [1, lighter(light.water[0], 0.2)],
  ])
  canvas.rect(0, horizon, WIDTH, 110, water)
  for (let index = 0; index < 26; index++) {
    const y = horizon + 6 + 96 * random.float() ** 1.4
    const wide = 20 + (y - horizon) * 1.4 * random.float()
    canvas.rect(random.int(0, WIDTH), y, wide, 1.6 + (y - horizon) / 60, lighter(light.water[0], 0.5), {
      rx: 1,
      opacity: 0.55,
    })
  }
  const sand = mix('#ecdcb8', light.glow, 0.2)
  canvas.path(
    `M0 ${horizon + 92} Q${WIDTH * 0.3} ${horizon + 108} ${WIDTH * 0.6} ${horizon + 92} T${WIDTH} ${horizon + 96} V${HEIGHT} H0 z`,
    canvas.linear([
      [0, lighter(sand, 0.3)],
      [0.2, sand],
      [1, darker(sand, 0.16)],
    ]),
  )
  for (const [y, tall] of [
    [horizon + 150, 26],
    [horizon + 205, 36],
  ] as const) {
    canvas.path(
      `M0 ${y + 30} Q${WIDTH * 0.15} ${y - tall} ${WIDTH * 0.36} ${y + 10} T${WIDTH * 0.75} ${y} T${WIDTH} ${y + 8} V${y + 90} H0 z`,
      sand,
      { opacity: 0.7 },
    )
    for (let clump = 0; clump < 8; clump++) {
      const x = random.int(0, WIDTH)
      drawGrass(canvas, x, x + 60, y + 26, tall + 10, mix('#9aa35f', light.tree, 0.3))
    }
  }
}

/** A pier of planks that runs out over the water, seen from the land. */
export function drawDock(canvas: Canvas, light: Light, x: number, from: number, to: number): void {
  const wood = mix('#a98f73', light.glow, 0.12)
  const [near, far] = [70, 16]
  canvas.polygon(
    [x - near, from, x + near, from, x + 60 + far, to, x + 60 - far, to],
    canvas.linear([
      [0, lighter(wood, 0.2)],
      [1, darker(wood, 0.12)],
    ]),
  )
  for (let step = 0; step <= 14; step++) {
    const part = (step / 14) ** 0.6
    const [y, half, cx] = [from + (to - from) * part, near + (far - near) * part, x + 60 * part]
    canvas.line(cx - half, y, cx + half, y, darker(wood, 0.4), 1.6 - part, { opacity: 0.6 })
    if (step % 3) continue
    for (const side of [-1, 1])
      canvas.rect(
        cx + side * half - 4 + part * 2,
        y - 44 * (1 - part * 0.75),
        8 - part * 5,
        56 * (1 - part * 0.75),
        darker(wood, 0.3),
        { rx: 2 },
      )
  }
  canvas.path(
    `M${x + 60 - 52} ${to + 2} l52 -44 52 44 z`,
    canvas.linear([
      [0, '#8f9aa0'],
      [1, '#5f6a70'],
    ]),
  )
  for (const side of [-40, 34]) canvas.rect(x + 60 + side, to, 6, 34, darker(wood, 0.35))
}
