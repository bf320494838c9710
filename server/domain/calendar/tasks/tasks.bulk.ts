import type { Db } from '#server/db.ts'
import type { TaskKind, TaskPriority } from '#server/generated/prisma/enums.ts'
import { tellTasks } from './tasks.facts.ts'

/** A task as a source tells it. Nobody named to do it: the agent of the contact does. */
export type TaskInput = {
  id: string
  contactId: string | null
  assigneeId: string | null
  title: string
  details: string | null
  kind: TaskKind
  priority: TaskPriority
  /** "2026-11-24". */
  dueOn: string | null
  dueAt: Date | null
  /** IANA; with `dueAt` only. */
  dueZone: string | null
  completedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export type UpsertedTask = { id: string; outcome: 'inserted' | 'updated' | 'unchanged' }

/** The enum's label in the database. */
const labelled = (batch: readonly TaskInput[]) =>
  batch.map((task) => ({ ...task, kind: task.kind === 'followUp' ? 'follow_up' : task.kind }))

/**
 * Writes tasks in bulk. Nothing is touched that is equal already; one bad row refuses the whole batch. Who completed a
 * task here stays its completer for as long as the source says that it is done.
 */
export async function upsertTasks(tx: Db, batch: readonly TaskInput[]): Promise<UpsertedTask[]> {
  if (batch.length === 0) return []
  const written = await tx.$queryRaw<UpsertedTask[]>`
    INSERT INTO task AS t (id, contact_id, assignee_id, title, details, kind, priority, due_on, due_at, due_zone,
                           completed_at, created_at, updated_at)
    SELECT i.id, i."contactId", coalesce(i."assigneeId", contact.agent_id), i.title, i.details, i.kind, i.priority,
           i."dueOn", i."dueAt", i."dueZone", i."completedAt", i."createdAt", i."updatedAt"
      FROM jsonb_to_recordset(${JSON.stringify(labelled(batch))}::jsonb) AS i(
             id uuid, "contactId" uuid, "assigneeId" uuid, title text, details text, kind task_kind,
             priority task_priority, "dueOn" date, "dueAt" timestamptz, "dueZone" text, "completedAt" timestamptz,
             "createdAt" timestamptz, "updatedAt" timestamptz)
      LEFT JOIN contact ON contact.id = i."contactId"
     ORDER BY i.id
    ON CONFLICT (id) DO UPDATE SET
      contact_id = excluded.contact_id, assignee_id = excluded.assignee_id, title = excluded.title,
      details = excluded.details, kind = excluded.kind, priority = excluded.priority, due_on = excluded.due_on,
      due_at = excluded.due_at, due_zone = excluded.due_zone, completed_at = excluded.completed_at,
      completed_by_id = CASE WHEN excluded.completed_at IS NOT NULL THEN t.completed_by_id END,
      created_at = excluded.created_at, updated_at = excluded.updated_at
    WHERE (t.contact_id, t.assignee_id, t.title, t.details, t.kind, t.priority, t.due_on, t.due_at, t.due_zone,
           t.completed_at, t.created_at, t.updated_at)
          IS DISTINCT FROM (excluded.contact_id, excluded.assignee_id, excluded.title, excluded.details, excluded.kind,
                            excluded.priority, excluded.due_on, excluded.due_at, excluded.due_zone,
                            excluded.completed_at, excluded.created_at, excluded.updated_at)
    RETURNING new.id::text, CASE WHEN old.id IS NULL THEN 'inserted' ELSE 'updated' END AS outcome`
  const done = new Set(written.map(({ id }) => id))
  await tellTasks(tx, [...done])
  const rest = batch.filter(({ id }) => !done.has(id)).map(({ id }) => ({ id, outcome: 'unchanged' as const }))
  return [...written, ...rest]
}

/** Removes tasks that their source no longer has. Says which; what was removed before is not among them. */
export async function removeTasks(tx: Db, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.task.updateManyAndReturn({
    where: { id: { in: [...ids] }, removedAt: null },
    data: { removedAt: at },
    select: { id: true },
  })
  const removed = rows.map(({ id }) => id)
  await tellTasks(tx, removed)
  return removed
}

export async function restoreTasks(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.task.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: null } })
  await tellTasks(tx, ids)
}
