import { networkOf } from '#server/auth/caller-address.ts'
import { currentActor } from '#server/auth.ts'
import type { PublicContext } from '#server/context.ts'
import { type RootDb, db as sharedDb } from '#server/db.ts'

/** What a request works with. Without `request`: for the page that is being rendered. */
export async function createRequestContext(
  request?: Request,
  db: RootDb = sharedDb,
  requestId?: string,
): Promise<PublicContext> {
  const actor = await currentActor(request, db)
  const network = networkOf(request?.headers.get('x-forwarded-for'))
  return { db, actor, now: () => new Date(), ...(requestId ? { requestId } : {}), ...(network ? { network } : {}) }
}
