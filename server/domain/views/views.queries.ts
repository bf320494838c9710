import type { Context } from '#server/context.ts'
import { mayShareViews, visibleViews } from './views.policy.ts'
import type { ListName } from './views.schema.ts'

const MOST = 200

/** The views of a list in the order of whoever asks, with the columns they hid and the view they start from. */
export async function listViews({ db, actor }: Context, { list }: { list: ListName }) {
  const [rows, setting] = await Promise.all([
    db.savedView.findMany({
      where: { AND: [visibleViews(actor), { list }] },
      select: {
        ...{ id: true, name: true, query: true, sharedWithId: true, personId: true },
        person: { select: { fullName: true } },
      },
      orderBy: { id: 'asc' },
      take: MOST,
    }),
    db.listSetting.findUnique({ where: { personId_list: { personId: actor.personId, list } } }),
  ])
  const order = setting?.viewOrder ?? []
  const place = (id: string) => {
    const index = order.indexOf(id)
    return index === -1 ? order.length : index
  }
  const mayShare = mayShareViews(actor)
  const views = rows
    .map(({ sharedWithId, personId, person, ...view }) => ({
      ...view,
      isShared: sharedWithId !== null,
      isMine: personId === actor.personId,
      mayChange: personId === actor.personId || (mayShare && sharedWithId === actor.officeId),
      /** Who shares it; null for one's own. */
      by: personId === actor.personId ? null : person.fullName,
    }))
    .toSorted((a, b) => place(a.id) - place(b.id))
  return {
    views,
    mayShare,
    hiddenColumns: setting?.hiddenColumns ?? [],
    // A default that was removed, or is no longer shared, is none.
    defaultViewId: views.find(({ id }) => id === setting?.defaultViewId)?.id ?? null,
  }
}
