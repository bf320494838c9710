import { createHash } from 'node:crypto'

/** A number above 0 and below 1 that the texts alone decide: the same for the same, and for others as if by chance. */
export function draw(...of: string[]): number {
  const bits = createHash('sha256').update(of.join('\n')).digest().readUIntBE(0, 6)
  return (bits + 0.5) / 2 ** 48
}
