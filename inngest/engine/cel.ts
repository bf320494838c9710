import { Environment, EvaluationError } from '@marcbachmann/cel-js'
import { isJsonObject, type Json, type JsonObject } from './json.ts'

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })

// JSON has doubles only, expressions have whole numbers: CEL itself would refuse `event.data.price + 1`.
const arithmetic = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
}
for (const [operator, compute] of Object.entries(arithmetic)) {
  environment.registerOperator(`double ${operator} int`, (a: number, b: bigint) => compute(a, Number(b)))
  environment.registerOperator(`int ${operator} double`, (a: bigint, b: number) => compute(Number(a), b))
}

/** What an expression may speak of: `event` started the run, `async` is the one that has just arrived. */
export type ExpressionContext = { event: JsonObject; async?: JsonObject }

/** Throws when the expression cannot be read. */
export function checkExpression(expression: string): void {
  environment.parse(expression)
}

/** The path of `event.data.lead` in the expression's tree; undefined for what is not a plain path. */
function pathOf(node: unknown): string[] | undefined {
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node)) return undefined
  if (node.op === 'id') return typeof node.args === 'string' ? [node.args] : undefined
  if ((node.op !== '.' && node.op !== '[]') || !Array.isArray(node.args)) return undefined
  const base = pathOf(node.args[0])
  const last: unknown = node.op === '.' ? node.args[1] : node.args[1]?.args
  return base && typeof last === 'string' ? [...base, last] : undefined
}

/** A copy of `context` in which the field at `path` is null. */
function withNull(context: JsonObject, path: string[]): JsonObject {
  const [first, ...rest] = path
  if (first === undefined) return context
  const inner = context[first]
  return { ...context, [first]: rest.length === 0 || !isJsonObject(inner) ? null : withNull(inner, rest) }
}

/** The expression's value. Missing fields read as null, as in Inngest; what cannot be computed is null. */
export function evaluate(expression: string, context: ExpressionContext): Json {
  let known: JsonObject = { ...context, async: context.async ?? {} }
  for (let missing = 0; missing < 20; missing++) {
    try {
      const value: unknown = environment.evaluate(expression, known)
      return typeof value === 'bigint' ? Number(value) : JSON.parse(JSON.stringify(value ?? null))
    } catch (error) {
      if (!(error instanceof EvaluationError) || error.code !== 'no_such_key') return null
      const path = pathOf(error.node)
      if (!path) return null
      known = withNull(known, path)
    }
  }
  return null
}

/** Whether a condition holds; no condition always does, and one that cannot be computed does not. */
export const holds = (expression: string | null | undefined, context: ExpressionContext): boolean =>
  !expression || evaluate(expression, context) === true
