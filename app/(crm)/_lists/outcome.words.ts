/** What became of an order for many, as the server counts it. */
export type Outcome = {
  changed: number
  unchanged: number
  mayNot: number
  hasMore: boolean
  unreachable?: number
  theirs?: number
}

const count = new Intl.NumberFormat('en-US')

/** "38 paused, 2 you may not change". `done` goes with the count: "paused", "are clients now". */
export function outcomeInWords(outcome: Outcome, done: string): string {
  const { changed, unchanged, mayNot, hasMore, unreachable = 0, theirs = 0 } = outcome
  const parts = [
    `${count.format(changed)} ${done}`,
    mayNot > 0 ? `${count.format(mayNot)} you may not change` : null,
    unchanged > 0 ? `${count.format(unchanged)} so already` : null,
    unreachable > 0 ? `${count.format(unreachable)} without an e-mail address` : null,
    theirs > 0 ? `${count.format(theirs)} left off, as the people themselves chose` : null,
  ].filter((part) => part !== null)
  return `${parts.join(', ')}.${hasMore ? ' There are more: do it again for the rest.' : ''}`
}
