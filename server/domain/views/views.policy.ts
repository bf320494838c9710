import type { Actor } from '#server/context.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Who may give a view to everybody in the office, and change one that the office has. */
export const mayShareViews = (actor: Actor) => ['manager', 'admin', 'owner'].includes(actor.role)

/** One's own views, and those the office shares. */
export const visibleViews = (actor: Actor): Prisma.SavedViewWhereInput => ({
  removedAt: null,
  OR: [{ personId: actor.personId }, { sharedWithId: actor.officeId }],
})

/** One's own; whoever runs the office also keeps its shared ones in order. */
export const changeableViews = (actor: Actor): Prisma.SavedViewWhereInput => ({
  OR: [{ personId: actor.personId }, ...(mayShareViews(actor) ? [{ sharedWithId: actor.officeId }] : [])],
})
