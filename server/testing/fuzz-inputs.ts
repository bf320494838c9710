import { z } from 'zod'
import type { Random } from '#world/random.ts'

type Shape = {
  type?: unknown
  format?: string | undefined
  anyOf?: Shape[] | undefined
  enum?: unknown[] | undefined
  const?: unknown
  items?: Shape | undefined
  properties?: Record<string, Shape> | undefined
  minLength?: number | undefined
  minimum?: number | undefined
}

const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    type: z.unknown().optional(),
    format: z.string().optional(),
    anyOf: z.array(shapeSchema).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    // `false` closes a tuple.
    items: shapeSchema.optional().catch(undefined),
    properties: z.record(z.string(), shapeSchema).optional(),
    minLength: z.number().optional(),
    minimum: z.number().optional(),
  }),
)

/** The shape of what a procedure takes, or null where it takes nothing. */
export function shapeOf(procedure: unknown): Shape | null {
  const [input] = z.object({ inputs: z.array(z.instanceof(z.ZodType)) }).parse(Object(procedure)._def).inputs
  return input ? shapeSchema.parse(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' })) : null
}

/** A value that the shape allows, more or less: good enough to reach what lies behind the parser. */
export function sample(shape: Shape, ids: readonly string[], random: Random): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return random.pick(shape.enum)
  if (shape.anyOf) return sample(random.pick(shape.anyOf), ids, random)
  if (shape.format === 'uuid') return random.pick(ids)
  switch (shape.type) {
    case 'string':
      return shape.format === 'email' ? 'somebody@example.test' : 'a'.repeat(Math.max(shape.minLength ?? 0, 3))
    case 'integer':
    case 'number':
      return shape.minimum ?? 1
    case 'boolean':
      return random.chance(0.5)
    case 'array':
      return shape.items ? [sample(shape.items, ids, random)] : []
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([key, inner]) => [key, sample(inner, ids, random)]),
      )
    case 'null':
      return null
    default:
      return new Date('2026-11-21T12:00:00Z')
  }
}

const ID = '018f3a2b-7c1d-7e2f-8a3b-4c5d6e7f8a9b'
const own = (key: string, value: unknown): object => Object.fromEntries([[key, value]])
const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])

/** Forged ends of pages: each list parses its own by hand, so these go where they are read. */
const CURSORS = [
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  '1e999',
  '-1',
]
  .map((place) => `${place}_${ID}`)
  .flatMap((cursor) => [cursor, `newest_${cursor}`, `cheapest_${cursor}`])

/** What has broken servers before, each in place of any value. */
const CONSTANTS: readonly unknown[] = [
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', 'a\udfff', '\u202e\ufeff', '\r\nBcc: x@example.test', '%00', '\\u0000'],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE contact; --',
    '%',
    '_',
    '\\',
    '$1',
    '{{7*7}}',
    '#{7*7}',
    '../../etc/passwd',
    '*'.repeat(90),
  ],
  ...['-271821-04-20T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', `-271821-04-20T00:00:00.000Z_${ID}`],
  ...[`+275760-09-13T00:00:00.000Z_${ID}`, `2026-02-30T00:00:00.000Z_${ID}`, `_${ID}`, `1e999_${ID}`, `-1_${ID}`],
  ...['9223372036854775808', '-1', '1e400', 'NaN', 'null', 'Infinity', '__proto__', 'constructor', ID, `{${ID}}`],
  ...[0, -0, -1, 0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 53), 1e308, 5e-324, 1_000_000_000, 2_147_483_647],
  ...[null, undefined, true, false, [], {}, [[]], [null], [undefined], ['a', 1], { length: 1e9 }, { toString: 'x' }],
]

const MADE: readonly (() => unknown)[] = [
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 2n ** 70n,
  () => new Date(Number.NaN),
  () => new Date(-8.64e15),
  () => new Date(8.64e15),
  () => new Map([['a', new Set([1])]]),
  () => /(a+)+$/,
  () => new Error('x'),
  () => own('__proto__', { admin: true }),
  () => own('constructor', { prototype: { admin: true } }),
  () => ({ contains: 'a', mode: 'insensitive' }),
  () => ({ not: null }),
  () => ({ OR: [{}] }),
  () => deep(500),
  () => 'x'.repeat(60_000),
  () => Array(1_001).fill(ID),
  () => Array(200).fill({}),
]

const EVIL = [...CONSTANTS.map((value) => () => value), ...MADE]

/** One more that is too large for any door. */
const HUGE = () => 'x'.repeat(1_000_000)

const isTree = (value: unknown): value is Record<string, unknown> | unknown[] =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)

/** `value` with one place of it, anywhere inside, made evil. */
export function spoil(value: unknown, random: Random): unknown {
  if (random.chance(0.002)) return HUGE()
  if (!isTree(value) || random.chance(0.08)) return random.pick(EVIL)()
  if (random.chance(0.05)) {
    const key = random.pick(['__proto__', 'constructor', 'extra', 'AND', 'then', 'toJSON'])
    return Object.fromEntries([...Object.entries(value), [key, random.pick(EVIL)()]])
  }
  const keys = Object.keys(value)
  if (keys.length === 0) return random.pick(EVIL)()
  const isPage = keys.includes('cursor') && random.chance(0.5)
  const at = isPage ? 'cursor' : random.pick(keys)
  const worse = (inner: unknown) => (isPage ? random.pick(CURSORS) : spoil(inner, random))
  const spoilt = Object.entries(value).map(([key, inner]) => [key, key === at ? worse(inner) : inner] as const)
  return Array.isArray(value) ? spoilt.map(([, inner]) => inner) : Object.fromEntries(spoilt)
}
