import { z } from 'zod'
import { checkExpression } from './cel.ts'
import { checkCron } from './cron.ts'
import { parseDuration } from './duration.ts'
import { findConflict, flowOptions } from './flow.config.ts'

const limit = z.strictObject({
  limit: z.number(),
  key: z.string().optional(),
  scope: z.enum(['fn', 'env', 'account']).optional(),
})

type Limit = z.infer<typeof limit>

// Strict throughout: an option that is overlooked would be a limit or a condition that silently does not hold.
const schema = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string().min(1), expression: z.string().optional() }),
      z.strictObject({ cron: z.string().min(1) }),
    ]),
  ),
  steps: z.strictObject({
    step: z.strictObject({
      id: z.string(),
      name: z.string(),
      runtime: z.strictObject({ type: z.literal('http'), url: z.url() }),
      retries: z.strictObject({ attempts: z.number().int().min(0).max(20).optional() }).optional(),
    }),
  }),
  idempotency: z.string().optional(),
  concurrency: z
    .union([z.number(), limit, z.array(limit)])
    .transform((given): Limit[] => (typeof given === 'number' ? [{ limit: given }] : [given].flat()))
    .optional(),
  singleton: z.strictObject({ mode: z.enum(['skip', 'cancel']), key: z.string().optional() }).optional(),
  cancel: z
    .array(z.strictObject({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
    .optional(),
  ...flowOptions,
  timeouts: z.strictObject({ start: z.string().optional(), finish: z.string().optional() }).optional(),
})

export type FunctionConfig = z.infer<typeof schema>

/** The app asks for something that this executor cannot do; nothing of that app's answer is taken over. */
export class RegistrationRefused extends Error {
  override readonly name = 'RegistrationRefused'
}

const idOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : '(no id)'

/** Reads one function as the app describes it. Throws RegistrationRefused, naming the function and what is wrong. */
export function readFunctionConfig(value: unknown): FunctionConfig {
  const parsed = schema.safeParse(value)
  const refuse = (reason: string) =>
    new RegistrationRefused(`Function "${idOf(value)}" cannot be run by this executor: ${reason}`)
  if (!parsed.success) throw refuse(z.prettifyError(parsed.error))
  const config = parsed.data
  const check = (what: string, text: string | undefined, look: (text: string) => void) => {
    if (text === undefined) return
    try {
      look(text)
    } catch (error) {
      throw refuse(`${what} "${text}": ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  for (const trigger of config.triggers) {
    if ('cron' in trigger) check('cron', trigger.cron, checkCron)
    else check('trigger', trigger.expression, checkExpression)
  }
  for (const cancel of config.cancel ?? []) check('cancelOn', cancel.if, checkExpression)
  for (const { key } of config.concurrency ?? []) check('concurrency', key, checkExpression)
  const conflict = findConflict(config)
  if (conflict) throw refuse(conflict)
  check('idempotency', config.idempotency, checkExpression)
  check('singleton', config.singleton?.key, checkExpression)
  check('timeouts.start', config.timeouts?.start, parseDuration)
  check('timeouts.finish', config.timeouts?.finish, parseDuration)
  return config
}

/** Attempts in all; Inngest's own preset is four retries. */
export const maxAttempts = (config: FunctionConfig): number => (config.steps.step.retries?.attempts ?? 4) + 1
