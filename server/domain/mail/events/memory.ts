/** Remembers the last `most` keys, and no more: what is asked of it is a favour, never the guard. */
export function createMemory(most: number) {
  const known = new Set<string>()
  return {
    has: (key: string) => known.has(key),
    add: (key: string) => {
      known.add(key)
      if (known.size <= most) return
      const [oldest] = known
      if (oldest !== undefined) known.delete(oldest)
    },
  }
}
