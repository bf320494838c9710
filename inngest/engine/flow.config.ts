import { z } from 'zod'
import { checkExpression } from './cel.ts'
import { parseDuration } from './duration.ts'

const seconds = 1e3
const day = 864e5

/** A duration within the bounds that Inngest documents: an app that is fine here has to be fine there. */
const between = (least: number, most: number) =>
  z.string().refine(
    (text) => {
      try {
        const ms = parseDuration(text)
        return ms >= least && ms <= most
      } catch {
        return false
      }
    },
    `has to be a duration between ${least / seconds} s and ${most / seconds} s`,
  )

const expression = z.string().refine((text) => {
  try {
    checkExpression(text)
    return true
  } catch {
    return false
  }
}, 'is not an expression that can be read')

const count = z.number().int().min(1)

/** How a function's runs are paced, collected and ordered. */
export const flowOptions = {
  throttle: z
    .strictObject({
      limit: count,
      period: between(seconds, 7 * day),
      burst: count.optional(),
      key: expression.optional(),
    })
    .optional(),
  rateLimit: z.strictObject({ limit: count, period: between(seconds, day), key: expression.optional() }).optional(),
  debounce: z
    .strictObject({
      period: between(seconds, 7 * day),
      timeout: between(seconds, 7 * day).optional(),
      key: expression.optional(),
    })
    .optional(),
  batchEvents: z
    .strictObject({
      maxSize: count.max(100),
      timeout: between(seconds, 60 * seconds),
      key: expression.optional(),
      if: expression.optional(),
    })
    .optional(),
  priority: z.strictObject({ run: expression.optional() }).optional(),
}

type Flow = { [Option in keyof typeof flowOptions]?: unknown } & {
  batchEvents?: { key?: string | undefined } | undefined
  idempotency?: unknown
  cancel?: unknown[] | undefined
  singleton?: unknown
  concurrency?: { key?: string | undefined }[] | undefined
}

/**
 * What does not go together with batches, as Inngest documents it: each of these looks at one event, and a batch has
 * many. Undefined when there is nothing to object to.
 */
export function findConflict(flow: Flow): string | undefined {
  const { batchEvents, concurrency = [] } = flow
  if (!batchEvents) return undefined
  const others = ['debounce', 'rateLimit', 'priority', 'idempotency', 'singleton'] as const
  const clash = others.find((other) => flow[other] !== undefined) ?? (flow.cancel?.length ? 'cancelOn' : undefined)
  if (clash) return `batchEvents cannot be combined with ${clash}.`
  if (concurrency.some(({ key }) => key !== undefined && key !== batchEvents.key)) {
    return 'batchEvents cannot be combined with a concurrency key of its own.'
  }
  return undefined
}
