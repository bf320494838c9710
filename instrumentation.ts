import type { Instrumentation } from 'next'

// Next makes an edge bundle of this file in any case and puts the runtime's name in while it does: without the
// condition that bundle would reach for Node's modules.

export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startWeb } = await import('#server/web.ts')
  startWeb()
}

/** What a page or a route threw on the server. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { captureError } = await import('#server/adapters/sentry/sentry.ts')
  captureError(error, { method: request.method, route: context.routePath, kind: context.routeType })
}
