import type { Written } from './lane.ts'

/** A row that is asked of a bulk service, and the document it was made of. */
type Asked<Input extends { id: string }> = { sourceId: string; input: Input }
type Answer = { id: string; outcome: Written['outcome'] }

export const inputsOf = <Input extends { id: string }>(asked: readonly Asked<Input>[]): Input[] =>
  asked.map(({ input }) => input)

/** What became of each document. What a bulk service does not name it has not touched. */
export function answersFor(asked: readonly Asked<{ id: string }>[], answers: readonly Answer[]): Written[] {
  const outcomes = new Map(answers.map(({ id, outcome }) => [id, outcome]))
  return asked.map(({ sourceId, input: { id } }) => ({
    sourceId,
    targetId: id,
    outcome: outcomes.get(id) ?? 'unchanged',
  }))
}
