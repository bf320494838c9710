import { type Canvas, darker, lighter, mix } from './canvas.ts'
import type { Light } from './light.ts'

type WindowStyle = { columns?: number; rows?: number; shutter?: string | null; trim: string; frame?: string }

/** Glass with the sky in it by day and a warm room behind it in the evening. */
export function drawWindow(
  canvas: Canvas,
  light: Light,
  x: number,
  y: number,
  width: number,
  height: number,
  style: WindowStyle,
): void {
  const { columns = 2, rows = 2, shutter, trim, frame = trim } = style
  if (shutter)
    for (const side of [x - width * 0.36 - 5, x + width + 5]) {
      canvas.rect(
        side,
        y - 2,
        width * 0.36,
        height + 4,
        canvas.linear([
          [0, lighter(shutter, 0.1)],
          [1, darker(shutter, 0.2)],
        ]),
      )
      for (let slat = 1; slat < height / 7; slat++)
        canvas.line(side + 3, y + slat * 7, side + width * 0.36 - 3, y + slat * 7, darker(shutter, 0.45), 1, {
          opacity: 0.45,
        })
    }
  canvas.rect(
    x - 6,
    y - 7,
    width + 12,
    height + 13,
    canvas.linear([
      [0, lighter(trim, 0.3)],
      [1, darker(trim, 0.1)],
    ]),
    { rx: 1 },
  )
  const isLit = light.lit && canvas.random.chance(0.8)
  const glass = isLit
    ? canvas.linear([
        [0, '#fff0bd'],
        [0.6, '#ffcf78'],
        [1, '#e79a4c'],
      ])
    : canvas.linear(
        [
          [0, mix(light.sky[1], '#5d7d92', 0.35)],
          [0.5, mix(light.sky[0], '#32505f', 0.62)],
          [1, '#2b4150'],
        ],
        { x2: 0.4 },
      )
  canvas.rect(x, y, width, height, glass)
  if (isLit)
    canvas.ellipse(
      x + width / 2,
      y + height / 2,
      width * 1.3,
      height * 0.9,
      canvas.radial([
        [0, '#ffd58a', 0.3],
        [1, '#ffd58a', 0],
      ]),
    )
  else {
    canvas.polygon(
      [x, y + height * 0.75, x + width * 0.7, y, x + width, y, x + width, y + height * 0.06, x, y + height],
      '#ffffff',
      { opacity: 0.16 },
    )
    const curtain = canvas.linear([
      [0, '#ffffff', 0.42],
      [1, '#ffffff', 0.16],
    ])
    canvas.path(`M${x} ${y} h${width * 0.24} q${-width * 0.03} ${height * 0.6} ${-width * 0.24} ${height} z`, curtain)
    canvas.path(
      `M${x + width} ${y} h${-width * 0.24} q${width * 0.03} ${height * 0.6} ${width * 0.24} ${height} z`,
      curtain,
    )
  }
  for (let column = 1; column < columns; column++)
    canvas.rect(x + (width * column) / columns - 1.4, y, 2.8, height, frame)
  for (let row = 1; row < rows; row++) canvas.rect(x, y + (height * row) / rows - 1.4, width, 2.8, frame)
  canvas.rect(x, y, width, 5, '#14202b', { opacity: 0.35 })
  canvas.rect(x - 10, y + height + 4, width + 20, 6, darker(trim, 0.08), { rx: 1 })
  canvas.rect(x - 8, y + height + 10, width + 16, 5, '#14202b', { opacity: 0.18 })
}
