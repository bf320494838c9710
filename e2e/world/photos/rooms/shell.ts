import { type Canvas, darker, lighter, mix } from '../canvas.ts'
import type { Light } from '../light.ts'

/** The colours of a home's inside: all of its rooms share them. */
export type Interior = { wall: string; wood: string; soft: string; accent: string; metal: string; stone: string }

// The back wall; everything runs towards the point in its middle.
const BACK = { left: 250, right: 950, top: 130, bottom: 520 }
const FLOOR_EDGE = 648

const choices = {
  wall: ['#efe9dd', '#e3e6df', '#dfe5e6', '#f1ece6', '#d9ddcf', '#ecdfd0', '#cfd9d9'],
  wood: ['#b98a5c', '#c9a37a', '#8d6444', '#d7bb95', '#a77a55'],
  soft: ['#d8d2c6', '#a9b5b0', '#7f93a3', '#c9b7a0', '#e4ddd2', '#6d7f74'],
  accent: ['#c6714f', '#2f6f6b', '#d9a441', '#35557a', '#8a9a5b', '#b5616d'],
  metal: ['#b58b4a', '#3a3f43', '#9aa0a4'],
  stone: ['#f2f0ec', '#e2ddd4', '#4b4f52', '#d9d4cc'],
}

export function pickInterior({ random }: Canvas): Interior {
  return {
    wall: random.pick(choices.wall),
    wood: random.pick(choices.wood),
    soft: random.pick(choices.soft),
    accent: random.pick(choices.accent),
    metal: random.pick(choices.metal),
    stone: random.pick(choices.stone),
  }
}

/** Floor, ceiling and three walls. */
export function drawShell(
  canvas: Canvas,
  light: Light,
  { wall, wood }: Interior,
  floor: 'wood' | 'tile' = 'wood',
): void {
  const { left, right, top, bottom } = BACK
  const ceiling = mix('#f7f5f0', light.lit ? '#ffd9a0' : '#ffffff', 0.4)
  canvas.rect(0, 0, 1200, 800, wall)
  canvas.polygon(
    [0, -20, left, top, right, top, 1200, -20],
    canvas.linear([
      [0, darker(ceiling, 0.08)],
      [1, ceiling],
    ]),
  )
  canvas.polygon(
    [0, -20, left, top, left, bottom, 0, FLOOR_EDGE],
    canvas.linear(
      [
        [0, lighter(wall, 0.1)],
        [1, darker(wall, 0.14)],
      ],
      { x2: 1, y2: 0 },
    ),
  )
  canvas.polygon(
    [1200, -20, right, top, right, bottom, 1200, FLOOR_EDGE],
    canvas.linear(
      [
        [0, darker(wall, 0.2)],
        [1, darker(wall, 0.06)],
      ],
      { x2: 1, y2: 0 },
    ),
  )
  canvas.rect(
    left,
    top,
    right - left,
    bottom - top,
    canvas.linear([
      [0, lighter(wall, 0.18)],
      [1, wall],
    ]),
  )
  const tone = floor === 'wood' ? wood : mix('#d9d6cf', wall, 0.3)
  canvas.polygon(
    [left, bottom, right, bottom, 1200, FLOOR_EDGE, 1200, 800, 0, 800, 0, FLOOR_EDGE],
    canvas.linear([
      [0, darker(tone, 0.14)],
      [1, lighter(tone, 0.16)],
    ]),
  )
  drawFloorLines(canvas, tone, floor)
  const trim = '#fbfaf6'
  canvas.polygon([left, top, right, top, right, top + 12, left, top + 12], trim)
  canvas.polygon([0, -20, left, top, left, top + 12, 0, 4], darker(trim, 0.06))
  canvas.polygon([1200, -20, right, top, right, top + 12, 1200, 4], darker(trim, 0.12))
  canvas.polygon([left, bottom - 16, right, bottom - 16, right, bottom, left, bottom], trim)
  canvas.polygon([0, FLOOR_EDGE - 26, left, bottom - 16, left, bottom, 0, FLOOR_EDGE], darker(trim, 0.05))
  canvas.polygon([1200, FLOOR_EDGE - 26, right, bottom - 16, right, bottom, 1200, FLOOR_EDGE], darker(trim, 0.12))
  canvas.rect(
    left,
    bottom,
    right - left,
    14,
    canvas.linear([
      [0, '#14202b', 0.2],
      [1, '#14202b', 0],
    ]),
  )
}

// All lines of the floor run to this point.
const VANISHING = { x: 600, y: 340 }
const xOnFloor = (board: number, y: number) =>
  VANISHING.x + (board * 34 * (y - VANISHING.y)) / (BACK.bottom - VANISHING.y)

function drawFloorLines(canvas: Canvas, tone: string, floor: 'wood' | 'tile'): void {
  const ink = darker(tone, 0.4)
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    canvas.line(x1, y1, x2, y2, ink, 1.4, { opacity: 0.28 })
  for (let board = -10; board <= 10; board++) line(xOnFloor(board, BACK.bottom), BACK.bottom, xOnFloor(board, 800), 800)
  const edgeOf = (y: number) => Math.min(600, (350 * (y - VANISHING.y)) / 180)
  if (floor === 'tile') for (const y of [534, 556, 588, 634, 700]) line(600 - edgeOf(y), y, 600 + edgeOf(y), y)
  else
    for (let joint = 0; joint < 44; joint++) {
      const y = BACK.bottom + 280 * canvas.random.float() ** 1.5
      const board = canvas.random.int(-10, 9)
      line(xOnFloor(board, y), y, xOnFloor(board + 1, y), y)
    }
}
