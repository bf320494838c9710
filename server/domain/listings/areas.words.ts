/** A corner of a drawn area, in degrees. */
export type Corner = [longitude: number, latitude: number]
export type Ring = Corner[]

export const LEAST_CORNERS = 3
export const MOST_CORNERS = 100
export const MOST_RINGS = 5
/** As long as drawn areas may be in an address; some proxies cut what is longer than 2,000. */
export const LONGEST_AREAS = 1_200

/** Each letter carries five bits and says whether more follow; none of them has to be escaped in an address. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const MORE = 32
/** To about a yard: finer than anybody draws. */
const STEPS = 1e5

function writeStep(step: number): string {
  let [rest, text] = [step < 0 ? -2 * step - 1 : 2 * step, '']
  while (rest >= MORE) {
    text += LETTERS.charAt(MORE + (rest % MORE))
    rest = Math.floor(rest / MORE)
  }
  return text + LETTERS.charAt(rest)
}

function writeRing(ring: Ring): string {
  let [x, y, text] = [0, 0, '']
  for (const [longitude, latitude] of ring) {
    const [nextX, nextY] = [Math.round(longitude * STEPS), Math.round(latitude * STEPS)]
    text += writeStep(nextX - x) + writeStep(nextY - y)
    ;[x, y] = [nextX, nextY]
  }
  return text
}

/** Drawn areas as one short word for an address: each corner is the way from the one before it. */
export const writeAreas = (rings: readonly Ring[]): string => rings.map(writeRing).join('.')

/** The steps that a word is made of, or null where it was cut or is none. */
function readSteps(text: string): number[] | null {
  const steps: number[] = []
  let [value, weight] = [0, 1]
  for (const letter of text) {
    const bits = LETTERS.indexOf(letter)
    if (bits === -1 || weight > MORE ** 6) return null
    value += (bits % MORE) * weight
    weight *= MORE
    if (bits >= MORE) continue
    steps.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2)
    ;[value, weight] = [0, 1]
  }
  return weight === 1 ? steps : null
}

function readRing(text: string): Ring | null {
  const steps = readSteps(text)
  if (!steps || steps.length % 2 === 1) return null
  const ring: Ring = []
  let [x, y] = [0, 0]
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] ?? 0
    y += steps[at + 1] ?? 0
    if (Math.abs(x) > 180 * STEPS || Math.abs(y) > 90 * STEPS) return null
    ring.push([x / STEPS, y / STEPS])
  }
  return ring.length >= LEAST_CORNERS && ring.length <= MOST_CORNERS ? ring : null
}

/** The areas that a word tells, or null where it tells none: it comes from an address, which anybody may write. */
export function readAreas(text: string): Ring[] | null {
  if (text === '') return []
  if (text.length > LONGEST_AREAS) return null
  const rings: Ring[] = []
  for (const part of text.split('.', MOST_RINGS + 1)) {
    const ring = readRing(part)
    if (!ring) return null
    rings.push(ring)
  }
  return rings.length <= MOST_RINGS ? rings : null
}
