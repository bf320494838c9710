import { homeKindOf } from '#world/home-kinds.ts'
import { createRandom } from '#world/random.ts'
import { createCanvas } from './canvas.ts'
import { drawExterior, drawLand } from './exterior.ts'
import { pickLight } from './light.ts'
import { drawRoom } from './rooms/room.ts'

/** The n-th photo of a home as an SVG: the first shows it from outside, the others go through its rooms. */
export function drawHome(mlsNumber: string, place: number, pixels: number): string {
  const kind = homeKindOf(mlsNumber)
  const light = pickLight(createRandom(`light:${mlsNumber}`))
  if (place === 1) {
    const canvas = createCanvas(`home:${mlsNumber}`)
    drawExterior(canvas, light, kind)
    return canvas.toSvg(pixels)
  }
  const canvas = createCanvas(`home:${mlsNumber}:${place}`)
  if (kind === 'land') drawLand(canvas, pickLight(canvas.random))
  else drawRoom(canvas, light, mlsNumber, place)
  return canvas.toSvg(pixels)
}
