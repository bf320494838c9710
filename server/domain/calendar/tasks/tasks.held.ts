import type { Db } from '#server/db.ts'
import type { TaskInput } from './tasks.bulk.ts'

/** A task as it stands, for who tells it to another system. */
export type HeldTask = TaskInput & { removedAt: Date | null }

/** These tasks as they are committed, those that were removed too. */
export async function readTasks(tx: Db, ids: readonly string[]): Promise<HeldTask[]> {
  const tasks = await tx.task.findMany({
    where: { id: { in: [...ids] } },
    omit: { version: true, completedById: true },
  })
  return tasks.map((task) => ({ ...task, dueOn: task.dueOn?.toISOString().slice(0, 10) ?? null }))
}

/** Until this transaction ends nobody else changes them. */
export async function lockTasks(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT id FROM task WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}
