export type Json = string | number | boolean | null | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

/** Throws a SyntaxError when `text` is not JSON. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text)
  return value
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same with U+FFFD for what Postgres cannot keep as jsonb: NUL and halves of surrogate pairs. */
export function toStorable(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd').toWellFormed()
  if (Array.isArray(value)) return value.map(toStorable)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [String(toStorable(key)), toStorable(inner)]))
}

export const isStorable = (value: Json): boolean => JSON.stringify(value) === JSON.stringify(toStorable(value))

/** An error as it travels between the app, the runs table and `onFailure`. */
export type RunError = { name: string; message: string; stack?: string }

/** Brings whatever the app answered into the shape that the SDK turns back into an Error. */
export function toRunError(value: unknown, preset = 'Unknown error'): RunError {
  if (!isJsonObject(value)) return { name: 'Error', message: typeof value === 'string' && value ? value : preset }
  const text = (key: string) => {
    const found = value[key]
    return typeof found === 'string' && found ? found : undefined
  }
  return {
    ...value,
    name: text('name') ?? 'Error',
    message: text('message') ?? text('error') ?? preset,
    ...(text('stack') ? { stack: text('stack') } : {}),
  }
}
