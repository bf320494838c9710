import type { Instrumentation } from 'next'

export async function register() {
  const { startWeb } = await import('#server/web.ts')
  startWeb()
}

/** What a page or a route threw on the server. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { captureError } = await import('#server/adapters/sentry/sentry.ts')
  captureError(error, { method: request.method, route: context.routePath, kind: context.routeType })
}
