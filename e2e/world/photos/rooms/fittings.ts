import { type Canvas, darker, lighter, mix } from '../canvas.ts'
import type { Light } from '../light.ts'
import type { Interior } from './shell.ts'

/** What is seen through a window: sky, far trees, a lawn or the marsh. */
function drawView(canvas: Canvas, light: Light, x: number, y: number, width: number, height: number): void {
  canvas.add(
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice">`,
  )
  canvas.rect(
    0,
    0,
    400,
    300,
    canvas.linear([
      [0, light.sky[0]],
      [0.6, light.sky[1]],
      [1, light.sky[2]],
    ]),
  )
  canvas.ellipse(290, 60, 90, 16, light.cloud[0], { opacity: 0.6 })
  canvas.ellipse(110, 95, 110, 14, light.cloud[0], { opacity: 0.45 })
  for (const [base, distance] of [
    [196, 0.6],
    [216, 0.2],
  ] as const) {
    let d = `M-10 ${base + 60}`
    for (let at = -10; at < 420; at += 34) d += ` Q${at + 17} ${base - canvas.random.int(24, 66)} ${at + 34} ${base}`
    canvas.path(`${d} V300 H-10 z`, mix(light.tree, light.haze, distance))
  }
  canvas.rect(
    0,
    214,
    400,
    90,
    canvas.linear([
      [0, light.lawn[0]],
      [1, light.lawn[1]],
    ]),
  )
  canvas.path('M150 214 q120 16 40 40 t120 50 h110 q-160 -40 -90 -60 t-120 -30 z', light.water[0], { opacity: 0.85 })
  canvas.add('</svg>')
}

type Frame = { columns?: number; rows?: number; color?: string; curtains?: string | undefined }

/** A window in the back wall, with the daylight it throws on the floor. */
export function drawRoomWindow(
  canvas: Canvas,
  light: Light,
  x: number,
  y: number,
  width: number,
  height: number,
  { columns = 2, rows = 2, color = '#fbfaf6', curtains }: Frame = {},
): void {
  canvas.rect(x - 12, y - 12, width + 24, height + 24, color)
  drawView(canvas, light, x, y, width, height)
  for (let column = 1; column < columns; column++) canvas.rect(x + (width * column) / columns - 3, y, 6, height, color)
  for (let row = 1; row < rows; row++) canvas.rect(x, y + (height * row) / rows - 2.5, width, 5, color)
  canvas.rect(x - 18, y + height + 10, width + 36, 9, darker(color, 0.08))
  canvas.polygon([x, y + height * 0.7, x + width * 0.6, y, x + width * 0.85, y, x, y + height], '#ffffff', {
    opacity: 0.12,
  })
  if (!light.lit) {
    const [near, far] = [x + (x - 600) * 0.5 - 40, x + width + (x + width - 600) * 0.5 + 40]
    canvas.polygon(
      [x, 522, x + width, 522, far, 730, near, 730],
      canvas.linear([
        [0, light.glow, 0.5],
        [1, light.glow, 0],
      ]),
    )
  }
  if (!curtains) return
  canvas.rect(x - 70, y - 32, width + 140, 6, '#3a3f43', { rx: 3 })
  for (const side of [-1, 1]) {
    const edge = side < 0 ? x - 58 : x + width - 8
    const fill = canvas.linear(
      [
        [0, lighter(curtains, 0.3)],
        [0.3, darker(curtains, 0.06)],
        [0.55, lighter(curtains, 0.25)],
        [1, darker(curtains, 0.12)],
      ],
      { x2: 1, y2: 0 },
    )
    canvas.path(
      `M${edge} ${y - 28} h66 q${side * -6} 170 ${side * 4} ${508 - y + 28} h-72 q6 -200 2 ${-(508 - y + 28)} z`,
      fill,
      { opacity: 0.92 },
    )
  }
}

/** A picture on the wall: hills, a sun, or leaves. */
export function drawArt(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  { accent, soft, metal }: Interior,
): void {
  canvas.rect(x + 5, y + 8, width, height, '#14202b', { opacity: 0.18 })
  canvas.rect(x, y, width, height, metal)
  canvas.rect(x + 5, y + 5, width - 10, height - 10, '#f8f5ee')
  const [ix, iy, iw, ih] = [x + 16, y + 16, width - 32, height - 32]
  canvas.rect(ix, iy, iw, ih, lighter(soft, 0.5))
  canvas.ellipse(ix + iw * 0.66, iy + ih * 0.36, ih * 0.17, ih * 0.17, accent)
  canvas.path(
    `M${ix} ${iy + ih * 0.7} q${iw * 0.25} ${-ih * 0.3} ${iw * 0.5} ${-ih * 0.05} t${iw * 0.5} ${-ih * 0.08} V${iy + ih} H${ix} z`,
    mix(soft, '#35603c', 0.4),
  )
  canvas.path(
    `M${ix} ${iy + ih * 0.84} q${iw * 0.3} ${-ih * 0.14} ${iw} ${-ih * 0.02} V${iy + ih} H${ix} z`,
    darker(mix(soft, '#35603c', 0.5), 0.2),
  )
}

export function drawPlant(canvas: Canvas, x: number, y: number, size: number, { stone }: Interior): void {
  contactShadow(canvas, x, y, size * 0.32)
  for (let leaf = 0; leaf < 11; leaf++) {
    const angle = Math.PI * (0.08 + (0.84 * leaf) / 10)
    const reach = size * (0.55 + canvas.random.float() * 0.35)
    const [tx, ty] = [x + Math.cos(angle) * reach * 0.75, y - size * 0.28 - Math.sin(angle) * reach]
    const [mx, my] = [(x + tx) / 2, (y - size * 0.3 + ty) / 2]
    const color = mix('#2f5d43', '#7fa36b', canvas.random.float())
    canvas.path(
      `M${x} ${y - size * 0.26} Q${mx - size * 0.1} ${my - size * 0.06} ${tx} ${ty} Q${mx + size * 0.1} ${my} ${x} ${y - size * 0.26} z`,
      color,
    )
  }
  const pot = mix(stone, '#b98a74', 0.35)
  canvas.path(
    `M${x - size * 0.19} ${y - size * 0.32} h${size * 0.38} l${-size * 0.05} ${size * 0.32} h${-size * 0.28} z`,
    canvas.linear(
      [
        [0, lighter(pot, 0.2)],
        [1, darker(pot, 0.2)],
      ],
      { x2: 1, y2: 0 },
    ),
  )
}

export function contactShadow(canvas: Canvas, x: number, y: number, reach: number): void {
  canvas.ellipse(
    x,
    y,
    reach,
    reach * 0.16,
    canvas.radial([
      [0, '#14202b', 0.42],
      [1, '#14202b', 0],
    ]),
  )
}

/** A lamp's warm circle; stronger in the evening. */
export function drawGlow(canvas: Canvas, light: Light, x: number, y: number, reach: number): void {
  canvas.ellipse(
    x,
    y,
    reach,
    reach,
    canvas.radial([
      [0, '#ffe2a6', light.lit ? 0.75 : 0.32],
      [1, '#ffe2a6', 0],
    ]),
  )
}
