import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import type { PublicContext } from '#server/context.ts'
import { DomainError } from '#server/errors.ts'
import type { Role } from '#server/generated/prisma/enums.ts'

const t = initTRPC.context<PublicContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // A bug's message is for the log; the person gets an apology and nothing else.
    message:
      error.code === 'INTERNAL_SERVER_ERROR' ? 'Something went wrong on our side. Nothing was lost.' : shape.message,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      fields: error.cause instanceof z.ZodError ? z.flattenError(error.cause).fieldErrors : null,
    },
  }),
})

/** Services refuse in their own words; this is the one place that turns a refusal into a status. */
const translateRefusals = t.middleware(async ({ next }) => {
  const result = await next() // never rejects: what was thrown arrives as `ok: false`
  if (!result.ok && result.error.cause instanceof DomainError) {
    const { code, message } = result.error.cause
    throw new TRPCError({ code, message, cause: result.error.cause })
  }
  return result
})

const requireActor = t.middleware(({ ctx, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Please sign in.' })
  return next({ ctx: { actor: ctx.actor } })
})

const requireRole = (...roles: Role[]) =>
  t.middleware(({ ctx, next }) => {
    if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Please sign in.' })
    if (!roles.includes(ctx.actor.role)) {
      throw new TRPCError({ code: 'FORBIDDEN', message: 'Your role does not include this. An admin can change that.' })
    }
    return next({ ctx: { actor: ctx.actor } })
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory
/** Anybody, signed in or not. */
export const publicProcedure = t.procedure.use(translateRefusals)
/** Anybody who works here; the service's policy decides which rows. */
export const memberProcedure = publicProcedure.use(requireActor)
/** Owners and admins: settings and operations. */
export const adminProcedure = publicProcedure.use(requireRole('owner', 'admin'))
