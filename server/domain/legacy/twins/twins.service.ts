import type { Context } from '#server/context.ts'
import { env } from '#server/env.ts'
import { DomainError } from '#server/errors.ts'
import { getTwin } from './twins.queries.ts'
import type { RecordInput } from './twins.schema.ts'
import { sealToken } from './twins.token.ts'

/** What opens the twin of a record in the old system, for whoever asks: an address to post the token to. */
export async function enterOldSystem(ctx: Context, input: RecordInput): Promise<{ action: string; token: string }> {
  const twin = await getTwin(ctx, input)
  const { OLD_SITE_URL: url, OLD_SITE_SECRET: secret } = env
  if (!twin || !url || !secret) throw new DomainError('NOT_FOUND', 'The old system has no such record.')
  const { origin } = new URL(url)
  return { action: `${origin}/enter`, token: await sealToken(ctx.actor, twin.path, { origin, secret }, ctx.now()) }
}
