import type { Db } from '#server/db.ts'
import { forgetFacts, recordFacts } from '#server/domain/timeline/timeline.service.ts'

const keyOf = (taskId: string) => `task:${taskId}:done`

/** Makes the timelines say which of these tasks are done; one that was opened again is told no longer. */
export async function tellTasks(tx: Db, taskIds: readonly string[]): Promise<void> {
  if (taskIds.length === 0) return
  const tasks = await tx.task.findMany({
    where: { id: { in: [...taskIds] }, removedAt: null, completedAt: { not: null }, contactId: { not: null } },
    select: { id: true, contactId: true, title: true, completedAt: true, completedBy: { select: { fullName: true } } },
  })
  await forgetFacts(tx, taskIds.map(keyOf))
  await recordFacts(
    tx,
    tasks.flatMap(({ id, contactId, title, completedAt, completedBy }) =>
      contactId && completedAt
        ? {
            contactId,
            kind: 'task.done',
            summary: completedBy ? `Done by ${completedBy.fullName}: ${title}` : `Done: ${title}`,
            refs: { taskId: id },
            occurredAt: completedAt,
            factKey: keyOf(id),
          }
        : [],
    ),
  )
}
