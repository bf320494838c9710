import { type Canvas, lighter } from '../canvas.ts'
import type { Light } from '../light.ts'
import { drawGable, type Scheme } from '../walls.ts'
import { drawWindow } from '../windows.ts'

/** A small house on the roof; `y` is where it stands. */
export function drawDormer(canvas: Canvas, light: Light, x: number, y: number, scheme: Scheme): void {
  canvas.rect(x, y - 66, 46, 62, lighter(scheme.trim, 0.05))
  drawWindow(canvas, light, x + 9, y - 56, 28, 42, { trim: scheme.trim, rows: 2 })
  drawGable(canvas, x - 4, y - 64, 54, 28, { ...scheme, wall: scheme.trim, material: 'stucco' })
}
