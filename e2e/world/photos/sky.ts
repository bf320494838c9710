import { type Canvas, HEIGHT, mix, WIDTH } from './canvas.ts'
import type { Light } from './light.ts'

export function drawSky(canvas: Canvas, light: Light, horizon: number): void {
  const { random } = canvas
  const [top, middle, bottom] = light.sky
  canvas.rect(
    0,
    0,
    WIDTH,
    horizon + 40,
    canvas.linear([
      [0, top],
      [0.58, middle],
      [1, bottom],
    ]),
  )
  if (light.sun) {
    const [x, y] = [light.sun[0] * WIDTH, light.sun[1] * HEIGHT]
    canvas.ellipse(
      x,
      y,
      420,
      340,
      canvas.radial([
        [0, light.glow, 0.95],
        [0.25, light.glow, 0.5],
        [1, light.glow, 0],
      ]),
    )
    canvas.ellipse(x, y, 34, 34, mix(light.glow, '#ffffff', 0.6), { opacity: 0.9 })
  }
  for (let index = random.int(2, 4); index > 0; index--)
    drawCloud(canvas, light, random.int(60, WIDTH - 60), random.int(50, Math.round(horizon * 0.5)), random.int(70, 150))
}

/** Heaps of round tops over a flat base, lit from above. */
function drawCloud(canvas: Canvas, light: Light, x: number, y: number, size: number): void {
  const { random } = canvas
  const heaps = Array.from({ length: 7 }, (_, index) => {
    const across = (index / 6 - 0.5) * 2
    const r = size * (0.2 + 0.34 * (1 - across * across)) * (0.75 + random.float() * 0.45)
    return [x + across * size * 1.25 + random.int(-8, 8), y - r * 0.55, r] as const
  })
  canvas.group({ opacity: 0.55 + random.float() * 0.3 }, () => {
    for (const [cx, cy, r] of heaps) canvas.ellipse(cx, cy, r * 1.2, r * 0.8, light.cloud[1])
    canvas.rect(x - size * 1.5, y - size * 0.16, size * 3, size * 0.2, light.cloud[1], { rx: size * 0.1 })
    for (const [cx, cy, r] of heaps) canvas.ellipse(cx - r * 0.08, cy - r * 0.14, r * 1.1, r * 0.68, light.cloud[0])
  })
}

/** A soft, uneven line of trees; further ones are paler. */
export function drawTreeLine(canvas: Canvas, light: Light, base: number, height: number, distance: number): void {
  const { random } = canvas
  const color = mix(light.tree, light.haze, distance)
  let d = `M-20 ${base + 30} V${base - height * 0.6}`
  for (let x = -20; x < WIDTH + 40; ) {
    const width = random.int(50, 110)
    const lift = height * (0.3 + random.float() * 0.7)
    d += ` q${width * 0.5} ${-lift} ${width} ${random.int(-6, 6)}`
    x += width
  }
  const fill = canvas.linear([
    [0, mix(color, light.glow, 0.18)],
    [1, color],
  ])
  canvas.path(`${d} V${base + 30} z`, fill)
}

/** The light that lies over everything, and slightly darker corners. */
export function drawAtmosphere(canvas: Canvas, light: Light): void {
  const [color, opacity] = light.wash
  canvas.rect(0, 0, WIDTH, HEIGHT, color, { opacity })
  if (light.sun) {
    const [x, y] = [light.sun[0] * WIDTH, light.sun[1] * HEIGHT]
    canvas.ellipse(
      x,
      y,
      900,
      620,
      canvas.radial([
        [0, light.glow, 0.18],
        [1, light.glow, 0],
      ]),
    )
  }
  const corner = canvas.radial([
    [0.62, '#0d1a22', 0],
    [1, '#0d1a22', 0.26],
  ])
  canvas.ellipse(WIDTH / 2, HEIGHT / 2, WIDTH * 0.78, HEIGHT * 0.86, corner)
}
