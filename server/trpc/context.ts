import { currentActor } from '#server/auth.ts'
import type { PublicContext } from '#server/context.ts'
import { db } from '#server/db.ts'

/** What a request works with. Without `request`: for the page that is being rendered. */
export async function createRequestContext(request?: Request): Promise<PublicContext> {
  return { db, actor: await currentActor(request), now: () => new Date() }
}
