type Point = [number, number]

const between = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
]

/** Chaikin's corner cutting: a coarse line becomes a shore. Each round doubles the points. */
export function smooth(points: readonly Point[], { closed = false, rounds = 2 } = {}): Point[] {
  let line = [...points]
  for (let round = 0; round < rounds; round++) {
    const next: Point[] = []
    for (const [index, point] of line.entries()) {
      const following = line[index + 1]
      if (following) next.push(between(point, following, 0.25), between(point, following, 0.75))
    }
    const [first, last] = [line[0], line.at(-1)]
    const start = next[0]
    if (closed && start) line = [...next, start]
    else line = first && last ? [first, ...next, last] : next
  }
  return line
}
