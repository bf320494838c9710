/** Codes that a caller can act on; the tRPC layer turns them into statuses. */
export type RefusalCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'TOO_MANY_REQUESTS'
  | 'PRECONDITION_FAILED'

/** A refusal in words for the person who asked: what is wrong and what to do. Never retried. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}

/** A row that the actor may not see does not exist. */
export const notFound = (what: string) => new DomainError('NOT_FOUND', `${what} does not exist, or you can't see it.`)
