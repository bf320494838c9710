/**
 * Remembers at least the last `most` different keys, and fewer than twice as many: what is asked of it is a favour,
 * never the guard.
 */
export function createMemory(most: number) {
  let [recent, before] = [new Set<string>(), new Set<string>()]
  return {
    has: (key: string) => recent.has(key) || before.has(key),
    add: (key: string) => {
      recent.add(key)
      // All the old ones at once: looking for the oldest of one set walks past the gaps of all that went before it.
      if (recent.size >= most) [recent, before] = [new Set(), recent]
    },
  }
}
