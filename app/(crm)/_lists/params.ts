// By hand: with zod each list would load 31 kB more before it shows anything.
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const LONGEST = 100

/** What somebody searches for; undefined when there is nothing in it, or too much. */
export function readText(value: string | undefined): string | undefined {
  const text = value?.trim()
  return text && text.length <= LONGEST ? text : undefined
}

export const readChoice = <T extends string>(value: string | undefined, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === value)

export const readId = (value: unknown): string | undefined =>
  typeof value === 'string' && ID.test(value) ? value : undefined
