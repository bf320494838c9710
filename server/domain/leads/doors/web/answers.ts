import { log } from '#server/log.ts'
import type { FieldProblem } from '../doors.words.ts'

/** What a program reads: what is wrong, and what to do about it. */
export const refuse = (status: number, message: string, more: { fields?: FieldProblem[]; retryAfter?: number } = {}) =>
  Response.json(
    { error: { message, ...(more.fields ? { fields: more.fields } : {}) } },
    {
      status,
      headers: {
        'cache-control': 'no-store',
        ...(more.retryAfter ? { 'retry-after': String(more.retryAfter) } : {}),
      },
    },
  )
export const answer = (status: number, body: Record<string, unknown>) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

export const TOO_OFTEN = 'Too many at once. Send it again in a minute; nothing was kept of it.'
export const TOO_LARGE = 'This is larger than a lead. Leave out attachments and pictures.'

/** A sender repeats what it gets no answer to; what is not kept is never acknowledged. */
export async function orTryAgain(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    // The error alone: what came in is nobody's business in a log.
    log.error({ err: error }, 'A lead could not be kept; its sender is asked to repeat it.')
    return refuse(503, 'We could not keep this just now. Send it again in a minute.', { retryAfter: 60 })
  }
}
