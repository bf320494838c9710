import type { Context } from '#server/context.ts'
import { auditFieldsSchema, type ListDeedsInput } from './audit.schema.ts'
import { namesOf } from './audit.sql.ts'
import type { AuditFields } from './audit.types.ts'
import { AUDIT_GROUPS } from './audit.words.ts'

const PAGE_SIZE = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const idsIn = ({ officeId, teamId, assistsId, successorId }: AuditFields) => [officeId, teamId, assistsId, successorId]

/** Who did what to whom, newest first; names as they are today. `jobName` says what a job is called. */
export async function listDeeds(
  { db }: Context,
  { group, actorId, personId, cursor }: ListDeedsInput,
  jobName: (functionId: string) => string,
) {
  const rows = await db.auditEntry.findMany({
    where: {
      ...(group ? { action: { in: [...AUDIT_GROUPS[group].actions] } } : {}),
      ...(actorId ? { actorId } : {}),
      ...(personId ? { target: 'person', targetId: personId } : {}),
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const items = rows.slice(0, PAGE_SIZE).map((row) => ({
    ...row,
    before: auditFieldsSchema.parse(row.before),
    after: auditFieldsSchema.parse(row.after),
  }))
  const ids = [
    actorId,
    personId,
    ...items.flatMap((row) => [row.actorId, row.targetId, ...idsIn(row.before), ...idsIn(row.after)]),
  ]
  const known = await namesOf(db, [...new Set(ids.flatMap((id) => (id && UUID.test(id) ? id : [])))])
  const nameOf = (id: string | null | undefined) => (id ? known.get(id) : undefined)
  return {
    items: items.map(({ target, targetId, ...row }) => ({
      ...row,
      ...{ target, targetId },
      actorName: nameOf(row.actorId) ?? null,
      targetName: (target === 'job' ? jobName(targetId) : nameOf(targetId)) ?? null,
      names: Object.fromEntries(
        [...idsIn(row.before), ...idsIn(row.after)].flatMap((id) => {
          const name = nameOf(id)
          return id && name ? [[id, name] as const] : []
        }),
      ),
    })),
    /** Whom the filters mean; null for somebody who is not known. */
    asked: { actorName: nameOf(actorId) ?? null, personName: nameOf(personId) ?? null },
    nextCursor: rows.length > PAGE_SIZE ? items.at(-1)?.id : undefined,
  }
}
