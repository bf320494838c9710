import { currentActor } from '#server/auth.ts'
import { live } from '#server/live.ts'
import { liveStream } from '#server/live-stream.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request) {
  const actor = await currentActor(request)
  if (!actor) return new Response('Please sign in.', { status: 401 })
  return liveStream(actor, { live: live(), signal: request.signal })
}
