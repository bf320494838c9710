import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import type { FieldInput } from './legacy.schema.ts'

const LISTED = 100

/** Fields that appeared after everything had been read once, and that nobody has accepted; the youngest first. */
export const listNewFields = ({ db }: Context) =>
  db.legacyField.findMany({
    where: { isNew: true, acceptedAt: null },
    orderBy: [{ firstSeenAt: 'desc' }, { stream: 'asc' }, { path: 'asc' }, { type: 'asc' }],
    take: LISTED,
    select: { stream: true, path: true, type: true, documents: true, firstSourceId: true, firstSeenAt: true },
  })

/** Somebody has looked: the field is known from now on. Whoever comes second finds it done. */
export async function acceptField({ db, actor, now }: Context, field: FieldInput): Promise<FieldInput> {
  const { count } = await db.legacyField.updateMany({
    where: { ...field, isNew: true, acceptedAt: null },
    data: { acceptedAt: now(), acceptedById: actor.personId },
  })
  const isKnown = count > 0 || (await db.legacyField.count({ where: { ...field, isNew: true } })) > 0
  if (!isKnown) throw notFound('This field')
  return field
}
