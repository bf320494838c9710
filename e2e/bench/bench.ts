export type Figure = {
  name: string
  value: number
  unit: string
  /** As people read it, e.g. "<= 50"; "-" where a number only explains another. */
  goal: string
  ok: boolean
  /** What a reader has to know to judge the number. */
  note?: string
  /** A goal of a later stage: shown as it is, and no reason to fail. */
  later?: true
}

export type Bench = (kit: {
  full: boolean
  show: (figure: Figure) => void
  tell: (line: string) => void
}) => Promise<void>

const round = (value: number) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)))

type Rest = Pick<Figure, 'note' | 'later'>

/** A figure with a ceiling. */
export const atMost = (name: string, value: number, unit: string, goal: number, rest: Rest = {}): Figure => ({
  ...{ name, value: round(value), unit, goal: `<= ${goal}`, ok: value <= goal },
  ...rest,
})

/** A figure with a floor. */
export const atLeast = (name: string, value: number, unit: string, goal: number, rest: Rest = {}): Figure => ({
  ...{ name, value: round(value), unit, goal: `>= ${goal}`, ok: value >= goal },
  ...rest,
})

/** A number that explains another and has no goal of its own. */
export const known = (name: string, value: number, unit: string, rest: Rest = {}): Figure => ({
  ...{ name, value: round(value), unit, goal: '-', ok: true },
  ...rest,
})

/** Milliseconds that some work takes, with its result. */
export async function time<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now()
  const result = await work()
  return { ms: performance.now() - started, result }
}

/** The value below which `share` of all values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
