import type { NextRequest } from 'next/server'
import { inngestHandlers } from '#inngest/serve-in-web.ts'

const answer = (method: 'GET' | 'POST' | 'PUT') => (request: NextRequest, context: unknown) =>
  inngestHandlers()?.[method](request, context) ?? new Response('Not found', { status: 404 })

export const GET = answer('GET')
export const POST = answer('POST')
export const PUT = answer('PUT')
