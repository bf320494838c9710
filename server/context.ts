import type { RootDb } from '#server/db.ts'
import type { Role } from '#server/generated/prisma/enums.ts'

/** Who asks, as read from the database for this very request. */
export type Actor = {
  personId: string
  sessionId: string
  role: Role
  officeId: string
  teamId: string | null
  /** For an assistant: the agent whose book they work on. */
  assistsId: string | null
  fullName: string
  email: string
}

/** Everything a service may touch. Tests pass their own; nothing is looked up globally. */
export type Context = {
  db: RootDb
  actor: Actor
  now: () => Date
  /** As in the answer's `x-request-id`; a job and a page that is being rendered have none. */
  requestId?: string
  /** Where it comes from, as its proxy saw it; only ever kept as a keyed hash. A job has none. */
  network?: string
}

/** The same for procedures that anybody may call. */
export type PublicContext = Omit<Context, 'actor'> & { actor: Actor | null }
