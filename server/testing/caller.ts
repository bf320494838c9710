import type { Actor } from '#server/context.ts'
import { db, type RootDb } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { createCaller } from '#server/trpc/root.ts'

/** The actor that a signed-in person is. */
export const actorOf = (person: Person, sessionId = '00000000-0000-0000-0000-000000000000'): Actor => ({
  personId: person.id,
  sessionId,
  role: person.role,
  officeId: person.officeId,
  teamId: person.teamId,
  assistsId: person.assistsId,
  fullName: person.fullName,
  email: person.email,
})

type Options = { db?: RootDb; now?: () => Date; network?: string }

/** Calls procedures as `person`: real middleware, real database. */
export const callAs = (person: Person | null, options: Options = {}) =>
  createCaller({
    db: options.db ?? db,
    actor: person ? actorOf(person) : null,
    now: options.now ?? (() => new Date()),
    ...(options.network ? { network: options.network } : {}),
  })
