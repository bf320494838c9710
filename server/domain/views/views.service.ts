import type { Context } from '#server/context.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { changeableViews, mayShareViews, visibleViews } from './views.policy.ts'
import type { ArrangeListInput, CreateViewInput, UpdateViewInput } from './views.schema.ts'

/** More tabs than that are a list of their own. */
const MOST_OF_ONE = 50

function requireShare({ actor }: Context) {
  if (mayShareViews(actor)) return actor.officeId
  throw new DomainError('FORBIDDEN', 'Managers share views with the office. Ask yours to share this one.')
}

/** Keeps the filters of a list under a name, for oneself or for the office. */
export async function createView(ctx: Context, { list, name, query, shared }: CreateViewInput) {
  const { db, actor, now } = ctx
  const sharedWithId = shared ? requireShare(ctx) : null
  const kept = await db.savedView.count({ where: { personId: actor.personId, list, removedAt: null } })
  if (kept >= MOST_OF_ONE) {
    throw new DomainError('PRECONDITION_FAILED', `You keep ${MOST_OF_ONE} views here already. Remove one first.`)
  }
  const at = now()
  const data = { id: newId(), personId: actor.personId, list, name, query, sharedWithId, createdAt: at, updatedAt: at }
  return db.savedView.create({ data, select: { id: true } })
}

/** Renames a view, gives it other filters, or shares it and takes that back. */
export async function updateView(ctx: Context, { viewId, name, query, shared }: UpdateViewInput) {
  const { db, actor } = ctx
  const sharing = shared === undefined ? {} : { sharedWithId: shared ? requireShare(ctx) : null }
  const { count } = await db.savedView.updateMany({
    where: { AND: [visibleViews(actor), changeableViews(actor), { id: viewId }] },
    data: { ...(name === undefined ? {} : { name }), ...(query === undefined ? {} : { query }), ...sharing },
  })
  if (count === 0) throw notFound('This view')
  return { id: viewId }
}

/** Takes a view away; `restoreView` is the undo. */
export async function removeView({ db, actor, now }: Context, { viewId }: { viewId: string }) {
  const { count } = await db.savedView.updateMany({
    where: { AND: [changeableViews(actor), { id: viewId, removedAt: null }] },
    data: { removedAt: now() },
  })
  if (count === 0) throw notFound('This view')
  return { id: viewId }
}

export async function restoreView({ db, actor }: Context, { viewId }: { viewId: string }) {
  const { count } = await db.savedView.updateMany({
    where: { AND: [changeableViews(actor), { id: viewId, removedAt: { not: null } }] },
    data: { removedAt: null },
  })
  if (count === 0) throw notFound('This view')
  return { id: viewId }
}

/** Which columns somebody hides, which view opens first, and in which order the tabs stand. */
export async function arrangeList({ db, actor }: Context, { list, defaultViewId, ...rest }: ArrangeListInput) {
  if (defaultViewId) {
    const view = await db.savedView.findFirst({
      where: { AND: [visibleViews(actor), { id: defaultViewId, list }] },
      select: { id: true },
    })
    if (!view) throw notFound('This view')
  }
  const { hiddenColumns, viewOrder } = rest
  const chosen = {
    ...(hiddenColumns ? { hiddenColumns } : {}),
    ...(viewOrder ? { viewOrder } : {}),
    ...(defaultViewId === undefined ? {} : { defaultViewId }),
  }
  const key = { personId: actor.personId, list }
  await db.listSetting.upsert({ where: { personId_list: key }, create: { ...key, ...chosen }, update: chosen })
  return { list }
}
